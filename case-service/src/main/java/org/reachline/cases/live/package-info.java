/** What changed, told to the pages that are open: ids and codes, never words. */
@NullMarked
package org.reachline.cases.live;

import org.jspecify.annotations.NullMarked;
