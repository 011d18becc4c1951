/** The pure part of escalation: document and input in, document and answer out. */
@NullMarked
package org.reachline.notifier.oncall.core;

import org.jspecify.annotations.NullMarked;
