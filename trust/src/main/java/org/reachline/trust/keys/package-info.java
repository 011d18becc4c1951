/** Key sets per agency and purpose, sealing, keyed ids. */
@NullMarked
package org.reachline.trust.keys;

import org.jspecify.annotations.NullMarked;
