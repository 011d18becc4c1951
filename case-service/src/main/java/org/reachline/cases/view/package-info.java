/** Stored records in, what pages and scripts are shown out. Pure. */
@NullMarked
package org.reachline.cases.view;

import org.jspecify.annotations.NullMarked;
