package org.reachline.triage;

import java.util.Arrays;

/** From a node and a word to the next node: an open hash table of numbers, without boxing. */
final class Steps {
  private static final long FREE = -1;

  private long[] keys = new long[1024];
  private int[] targets = new int[1024];
  private int size;

  Steps() {
    Arrays.fill(keys, FREE);
  }

  /** The next node, or 0 when there is none. */
  int get(int node, int word) {
    long key = key(node, word);
    for (int i = slot(key); keys[i] != FREE; i = i + 1 & keys.length - 1) {
      if (keys[i] == key) {
        return targets[i];
      }
    }
    return 0;
  }

  /** Adds a step that is not there yet. */
  void put(int node, int word, int target) {
    if (size++ * 2 >= keys.length) {
      grow();
    }
    place(key(node, word), target);
  }

  /** Hands every step to the visitor, in no order. */
  void each(Visitor visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != FREE) {
        visitor.step((int) (keys[i] >>> 32), (int) keys[i], targets[i]);
      }
    }
  }

  /** Receives steps. */
  interface Visitor {
    void step(int node, int word, int target);
  }

  private void place(long key, int target) {
    int i = slot(key);
    while (keys[i] != FREE) {
      i = i + 1 & keys.length - 1;
    }
    keys[i] = key;
    targets[i] = target;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = new long[oldKeys.length * 2];
    targets = new int[oldKeys.length * 2];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        place(oldKeys[i], oldTargets[i]);
      }
    }
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & keys.length - 1;
  }

  private static long key(int node, int word) {
    return (long) node << 32 | word;
  }
}
