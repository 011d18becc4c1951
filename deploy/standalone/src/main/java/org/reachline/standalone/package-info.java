/**
 * Everything in one JVM: a real broker, a store, the four services, one front door, and a phone
 * company at the far end of HTTP.
 */
@NullMarked
package org.reachline.standalone;

import org.jspecify.annotations.NullMarked;
