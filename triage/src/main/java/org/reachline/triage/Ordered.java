package org.reachline.triage;

import java.util.List;
import java.util.function.ToIntFunction;

/** Finds places in lists that are in rising order of a number. */
final class Ordered {
  private Ordered() {}

  /** Place of the first element whose number is {@code least} or more; the size when none is. */
  static <T> int firstFrom(List<T> inOrder, ToIntFunction<T> number, int least) {
    int low = 0;
    int high = inOrder.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (number.applyAsInt(inOrder.get(middle)) < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
