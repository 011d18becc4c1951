/** Escalations: a crisis pages until a named person takes it. Start at Escalations. */
@NullMarked
package org.reachline.notifier.oncall;

import org.jspecify.annotations.NullMarked;
