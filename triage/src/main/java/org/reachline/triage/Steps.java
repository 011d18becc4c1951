package org.reachline.triage;

import java.util.Arrays;

/**
 * From a node and a word to the next node. The steps of a node lie side by side in order of their
 * words, each word next to its target, so that most look-ups touch one line of memory; the root,
 * asked for every word of every text, has a table by word. Immutable, safe to share.
 */
final class Steps {
  private final int[] fromRoot;
  private final int[] pairs;
  private final int[] starts;
  private final int[] gaps;

  private Steps(Builder builder) {
    pairs = Arrays.copyOf(builder.pairs, builder.size);
    starts = Arrays.copyOf(builder.starts, builder.nodes + 1);
    starts[builder.nodes] = builder.size;
    gaps = Arrays.copyOf(builder.gaps, builder.nodes);
    fromRoot = new int[starts[1] == 0 ? 0 : pairs[starts[1] - 2] + 1];
    for (int i = 0; i < starts[1]; i += 2) {
      fromRoot[pairs[i]] = pairs[i + 1];
    }
  }

  /** The next node, or 0 when there is none. */
  int get(int node, int word) {
    if (node == 0) {
      return word < fromRoot.length ? fromRoot[word] : 0;
    }
    int low = starts[node] >> 1;
    int high = (starts[node + 1] >> 1) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = pairs[2 * middle];
      if (found == word) {
        return pairs[2 * middle + 1];
      }
      if (found < word) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return 0;
  }

  /** The node behind a gap, or 0 when no gap follows. */
  int overGap(int node) {
    return gaps[node];
  }

  /** Whether no word follows, a gap perhaps. */
  boolean isLast(int node) {
    return starts[node] == starts[node + 1];
  }

  /** Takes the nodes in order of their numbers, the root first. One thread only. */
  static final class Builder {
    private int[] pairs = new int[1024];
    private int[] starts = new int[1024];
    private int[] gaps = new int[1024];
    private int size;
    private int nodes;

    /** The next node; its steps follow. */
    void node() {
      if (nodes + 1 == starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
        gaps = Arrays.copyOf(gaps, 2 * gaps.length);
      }
      starts[nodes++] = size;
    }

    /** A step of this node: words in rising order, {@link Phrases#GAP} the last. */
    void step(int word, int target) {
      if (word == Phrases.GAP) {
        gaps[nodes - 1] = target;
        return;
      }
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * size);
      }
      pairs[size++] = word;
      pairs[size++] = target;
    }

    Steps build() {
      return new Steps(this);
    }
  }
}
