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

  /**
   * Two numbers for each node, side by side: which words may follow, by the last six bits of their
   * numbers, then where its steps begin and where its gap leads. Nearly all words of a text follow
   * no node they are tried on: the first number tells so without a search.
   */
  private final long[] nodes;

  private Steps(Builder builder) {
    pairs = Arrays.copyOf(builder.pairs, builder.size);
    nodes = Arrays.copyOf(builder.nodes, 2 * builder.count + 2);
    nodes[2 * builder.count + 1] = begins(builder.size);
    int ofRoot = 2 * first(1);
    fromRoot = new int[ofRoot == 0 ? 0 : pairs[ofRoot - 2] + 1];
    for (int i = 0; i < ofRoot; i += 2) {
      fromRoot[pairs[i]] = pairs[i + 1];
    }
  }

  /** The next node, or 0 when there is none. */
  int get(int node, int word) {
    if (node == 0) {
      return word < fromRoot.length ? fromRoot[word] : 0;
    }
    return (nodes[2 * node] >>> word & 1) == 0 ? 0 : search(node, word); // shifts by six bits
  }

  private int search(int node, int word) {
    int low = first(node);
    int high = first(node + 1) - 1;
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

  /** Number of steps before those of this node. */
  private int first(int node) {
    return (int) (nodes[2 * node + 1] >>> 33);
  }

  private static long begins(int size) {
    return (long) size << 32;
  }

  /** The node behind a gap, or 0 when no gap follows. */
  int overGap(int node) {
    return (int) nodes[2 * node + 1];
  }

  /** Whether no word follows, a gap perhaps. */
  boolean isLast(int node) {
    return nodes[2 * node] == 0;
  }

  /** Takes the nodes in order of their numbers, the root first. One thread only. */
  static final class Builder {
    private int[] pairs = new int[1 << 16];
    private long[] nodes = new long[1 << 12];
    private int size;
    private int count;

    /** The next node; its steps follow. */
    void node() {
      if (2 * count + 2 == nodes.length) {
        nodes = Arrays.copyOf(nodes, 2 * nodes.length);
      }
      nodes[2 * count + 1] = begins(size);
      count++;
    }

    /** A step of this node: words in rising order, {@link Phrases#GAP} the last. */
    void step(int word, int target) {
      if (word == Phrases.GAP) {
        nodes[2 * count - 1] |= Integer.toUnsignedLong(target);
        return;
      }
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * size);
      }
      nodes[2 * count - 2] |= 1L << word;
      pairs[size++] = word;
      pairs[size++] = target;
    }

    Steps build() {
      return new Steps(this);
    }
  }
}
