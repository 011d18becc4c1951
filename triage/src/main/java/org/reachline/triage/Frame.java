package org.reachline.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A combination of cues inside a window of words that means a category at a level.
 *
 * @param core shipped with the library, not added by an agency
 */
record Frame(
    String id, Category category, Severity level, int window, boolean core, List<BitSet> needs) {
  /** Words in a tight frame. */
  static final int TIGHT = 8;

  /** Words in a wide frame. */
  static final int WIDE = 25;

  Frame {
    needs = List.copyOf(needs);
  }

  Frame with(BitSet need) {
    var more = new ArrayList<>(needs);
    more.add(need);
    return new Frame(id, category, level, window, core, more);
  }
}
