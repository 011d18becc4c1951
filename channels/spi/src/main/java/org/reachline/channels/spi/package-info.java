/** The boundary between Reachline and a provider: pure functions over immutable values. */
@NullMarked
package org.reachline.channels.spi;

import org.jspecify.annotations.NullMarked;
