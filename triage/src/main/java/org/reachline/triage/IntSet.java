package org.reachline.triage;

import java.util.Arrays;

/** Numbers from 0 up, each once; grows as needed. One thread only. */
final class IntSet {
  private static final int FREE = 0;
  private static final int SPREAD = 0x9e3779b9;

  /** Each number and one: a fresh array is all free. */
  private int[] slots = new int[512];

  private int size;

  void add(int number) {
    int at = slot(slots, number + 1);
    if (slots[at] == FREE) {
      slots[at] = number + 1;
      size++;
      if (2 * size > slots.length) {
        grow();
      }
    }
  }

  /** In an order that depends on nothing but what was added. */
  int[] toArray() {
    var numbers = new int[slots.length];
    int next = 0;
    for (int kept : slots) { // without a branch: which slots are free nobody can foresee
      numbers[next] = kept - 1;
      next += -kept >>> 31;
    }
    return Arrays.copyOf(numbers, size);
  }

  private void grow() {
    var larger = new int[2 * slots.length];
    for (int kept : slots) {
      if (kept != FREE) {
        larger[slot(larger, kept)] = kept;
      }
    }
    slots = larger;
  }

  /** Where the number lies, or the free place for it. */
  private static int slot(int[] slots, int kept) {
    int last = slots.length - 1;
    int at = (kept - 1) * SPREAD >>> Integer.numberOfLeadingZeros(last);
    while (slots[at] != FREE && slots[at] != kept) {
      at = at + 1 & last;
    }
    return at;
  }
}
