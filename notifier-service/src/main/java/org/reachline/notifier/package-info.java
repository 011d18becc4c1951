/** Outbound messages and on-call escalation: the service that reaches people. */
@NullMarked
package org.reachline.notifier;

import org.jspecify.annotations.NullMarked;
