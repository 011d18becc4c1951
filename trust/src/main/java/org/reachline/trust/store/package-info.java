/** The one door to the document store, bound to an agency. */
@NullMarked
package org.reachline.trust.store;

import org.jspecify.annotations.NullMarked;
