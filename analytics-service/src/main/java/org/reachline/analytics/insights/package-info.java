/** What becomes of the cells: kept in the store, shown live to programme staff. */
@NullMarked
package org.reachline.analytics.insights;

import org.jspecify.annotations.NullMarked;
