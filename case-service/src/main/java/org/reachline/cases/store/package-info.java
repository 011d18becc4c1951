/** Cases where they are kept: single documents by id, words in boxes. */
@NullMarked
package org.reachline.cases.store;

import org.jspecify.annotations.NullMarked;
