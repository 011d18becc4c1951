package org.reachline.analytics.insights;

import static java.util.Objects.requireNonNull;

import org.reachline.analytics.core.Cell;
import org.reachline.analytics.core.CellKey;

/**
 * A cell as of an offset of the cells topic. One key is always on one partition, so the higher
 * offset is the newer one.
 *
 * @param cell empty if there is none any more
 */
record KeptCell(CellKey key, Cell cell, long offset) {
  KeptCell {
    requireNonNull(key, "key");
    requireNonNull(cell, "cell");
  }

  boolean isNewerThan(KeptCell other) {
    return offset > other.offset;
  }
}
