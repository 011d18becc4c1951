/** How an event becomes a record of headers and bytes, and back. */
@NullMarked
package org.reachline.contracts.wire;

import org.jspecify.annotations.NullMarked;
