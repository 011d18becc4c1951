package org.reachline.triage;

import java.util.Arrays;

/** Numbers from 0 up, each once; grows as needed. One thread only. */
final class IntSet {
  private static final int FREE = -1;
  private static final int SPREAD = 0x9e3779b9;

  private int[] slots = free(512);
  private int size;

  void add(int number) {
    int at = slot(slots, number);
    if (slots[at] == FREE) {
      slots[at] = number;
      size++;
      if (2 * size > slots.length) {
        grow();
      }
    }
  }

  /** In an order that depends on nothing but what was added. */
  int[] toArray() {
    var numbers = new int[size];
    int next = 0;
    for (int number : slots) {
      if (number != FREE) {
        numbers[next++] = number;
      }
    }
    return numbers;
  }

  private void grow() {
    int[] larger = free(2 * slots.length);
    for (int number : slots) {
      if (number != FREE) {
        larger[slot(larger, number)] = number;
      }
    }
    slots = larger;
  }

  /** Where the number lies, or the free place for it. */
  private static int slot(int[] slots, int number) {
    int last = slots.length - 1;
    int at = number * SPREAD >>> Integer.numberOfLeadingZeros(last);
    while (slots[at] != FREE && slots[at] != number) {
      at = at + 1 & last;
    }
    return at;
  }

  private static int[] free(int length) {
    var slots = new int[length];
    Arrays.fill(slots, FREE);
    return slots;
  }
}
