package org.reachline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;

/**
 * Gives things numbers from 0 on, equal ones the same: hundreds of thousands while rules are read,
 * so that a map with its entries would be the larger part of the work. One thread only.
 */
final class Numbering<T> {
  private static final int SPREAD = 0x9e3779b9;

  private final ToIntFunction<T> hash;
  private final BiPredicate<T, T> same;
  private final List<T> things = new ArrayList<>();
  private int[] hashes = new int[16];

  /** One more than a number, 0 where there is none; at most half full. */
  private int[] slots = new int[32];

  Numbering(ToIntFunction<T> hash, BiPredicate<T, T> same) {
    this.hash = hash;
    this.same = same;
  }

  T get(int number) {
    return things.get(number);
  }

  int of(T thing) {
    int itsHash = hash.applyAsInt(thing) * SPREAD;
    int at = slot(itsHash);
    for (; slots[at] > 0; at = next(at)) {
      int number = slots[at] - 1;
      if (hashes[number] == itsHash && same.test(things.get(number), thing)) {
        return number;
      }
    }
    int fresh = things.size();
    if (fresh == hashes.length) {
      grow();
      at = free(itsHash);
    }
    things.add(thing);
    hashes[fresh] = itsHash;
    slots[at] = fresh + 1;
    return fresh;
  }

  private void grow() {
    hashes = Arrays.copyOf(hashes, 2 * hashes.length);
    slots = new int[2 * hashes.length];
    for (int number = 0; number < things.size(); number++) {
      slots[free(hashes[number])] = number + 1;
    }
  }

  private int free(int itsHash) {
    int at = slot(itsHash);
    while (slots[at] > 0) {
      at = next(at);
    }
    return at;
  }

  private int slot(int itsHash) {
    return itsHash >>> Integer.numberOfLeadingZeros(slots.length - 1);
  }

  private int next(int at) {
    return at + 1 & slots.length - 1;
  }
}
