package org.reachline.triage;

/** Numbers, each once. One thread only. */
final class IntSet {
  private static final int FREE = 0;
  private static final int SPREAD = 0x9e3779b9;

  private final int[] slots;
  private boolean free; // whether the number that marks a free place was added

  /** Takes no more than {@code most} numbers. */
  IntSet(int most) {
    slots = new int[Integer.highestOneBit(Math.max(1, most)) * 4];
  }

  /** Whether it was not there before. */
  boolean add(int number) {
    if (number == FREE) {
      boolean fresh = !free;
      free = true;
      return fresh;
    }
    int last = slots.length - 1;
    int at = number * SPREAD >>> Integer.numberOfLeadingZeros(last);
    while (slots[at] != FREE) {
      if (slots[at] == number) {
        return false;
      }
      at = at + 1 & last;
    }
    slots[at] = number;
    return true;
  }
}
