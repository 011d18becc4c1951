/** Webhooks in, durable events out. Start at {@link org.reachline.gateway.Intake}. */
@NullMarked
package org.reachline.gateway;

import org.jspecify.annotations.NullMarked;
