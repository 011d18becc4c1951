/** Messages to clients: the right line, in order, once. Start at Dispatch. */
@NullMarked
package org.reachline.notifier.dispatch;

import org.jspecify.annotations.NullMarked;
