package org.reachline.analytics.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which counts of people by a trait are not shown: those from 1 to k - 1, and where that leaves one
 * gap beside a total that is shown, the next smallest as well, so that no subtraction fills it.
 */
final class Suppression {
  private Suppression() {}

  /** For each count whether it is hidden. Nothing counted is always shown. */
  static List<Boolean> hidden(List<Long> counts, int k) {
    List<Boolean> hidden =
        new ArrayList<>(counts.stream().map(count -> count > 0 && count < k).toList());
    if (Collections.frequency(hidden, true) == 1) {
      alsoHideTheNext(counts, hidden);
    }
    return hidden;
  }

  private static void alsoHideTheNext(List<Long> counts, List<Boolean> hidden) {
    int next = -1;
    for (int i = 0; i < counts.size(); i++) {
      boolean candidate = !hidden.get(i) && counts.get(i) > 0;
      if (candidate && (next < 0 || counts.get(i) < counts.get(next))) {
        next = i;
      }
    }
    if (next >= 0) {
      hidden.set(next, true);
    }
  }
}
