package org.reachline.triage;

import java.util.Arrays;

/**
 * From a node and a word to the next node. The steps of a node are a hash table of their own, whose
 * words lie close together, so that a look-up that finds nothing touches one line of memory; the
 * root, asked for every word of every text, has a table by word. Immutable, safe to share.
 */
final class Steps {
  private static final long NO_WORD = -1;

  /** So many words need no free places between them. */
  private static final int FEW = 4;

  private static final int SPREAD = 0x9e3779b9;

  // The second number of a node, from its highest bit down: 24 bits, 16, one, 23.
  private static final int BEGIN = 40;
  private static final int SIZE = 24;
  private static final int MOST_PLACES = 1 << 24;
  private static final int MOST_STEPS = (1 << 16) - 1;
  private static final long END = 1L << 23;
  private static final int GAP = (1 << 23) - 1;

  private final int[] fromRoot;

  /** The places of all tables: a word in the upper half, in the lower where it leads. */
  private final long[] slots;

  /**
   * Two numbers for each node, side by side: which words may follow, by the last six bits of their
   * numbers, then where its table begins and how many places it has, whether phrases end here, and
   * where its gap leads. Most words of a text follow no node they are tried on: the first number
   * often tells so without a look at the table.
   */
  private final long[] nodes;

  private Steps(Builder builder) {
    slots = Arrays.copyOf(builder.slots, builder.used);
    nodes = Arrays.copyOf(builder.nodes, 2 * builder.count);
    fromRoot = builder.fromRoot;
  }

  /** The next node, or 0 when there is none. */
  int get(int node, int word) {
    if (node == 0) {
      return word < fromRoot.length ? fromRoot[word] : 0;
    }
    return mayFollow(nodes[2 * node], word) ? search(node, word) : 0;
  }

  private int search(int node, int word) {
    long place = nodes[2 * node + 1];
    int size = (int) (place >>> SIZE) & MOST_STEPS;
    int begin = (int) (place >>> BEGIN);
    int at = slot(word, size);
    for (int tried = 0; tried < size; tried++) {
      long found = slots[begin + at];
      if ((int) (found >>> 32) == word) {
        return (int) found;
      }
      if (found == NO_WORD) {
        return 0;
      }
      at = at + 1 == size ? 0 : at + 1;
    }
    return 0;
  }

  /** Spreads words over a table of any size. */
  private static int slot(int word, int size) {
    return (int) (Integer.toUnsignedLong(word * SPREAD) * size >>> 32);
  }

  /** The node behind a gap, or 0 when no gap follows. */
  int overGap(int node) {
    return (int) nodes[2 * node + 1] & GAP;
  }

  /** Whether a phrase ends here. */
  boolean isEnd(int node) {
    return (nodes[2 * node + 1] & END) != 0;
  }

  /** Which words may follow, for {@link #mayFollow}; none if it is 0, a gap perhaps. */
  long following(int node) {
    return nodes[2 * node];
  }

  /** Whether it may be one of these words; it often is not though this says so. */
  static boolean mayFollow(long following, int word) {
    return (following >>> word & 1) != 0; // shifts by the last six bits
  }

  /** Whether no word follows, a gap perhaps. */
  boolean isLast(int node) {
    return nodes[2 * node] == 0;
  }

  /** Takes the nodes in order of their numbers, the root first. One thread only. */
  static final class Builder {
    private long[] slots = new long[1 << 16];
    private long[] nodes = new long[1 << 13];
    private int[] fromRoot = {};
    private int used;
    private int count;

    /**
     * The next node.
     *
     * @param node its words in rising order, {@link Phrases#GAP} the last
     * @param leadsTo the target of each
     */
    void add(PhraseNode node, int[] leadsTo) {
      int words = node.size();
      int gap = 0;
      if (words > 0 && node.word(words - 1) == Phrases.GAP) {
        words--;
        gap = leadsTo[words];
      }
      long place = gap | (node.isEnd() ? END : 0);
      Malformed.expect(count < GAP, "fewer phrases");
      if (count == 0) {
        root(node, words, leadsTo);
      } else {
        place |= table(node, words, leadsTo);
      }
      if (2 * count == nodes.length) {
        nodes = Arrays.copyOf(nodes, 2 * nodes.length);
      }
      nodes[2 * count] = filter(node, words);
      nodes[2 * count + 1] = place;
      count++;
    }

    private void root(PhraseNode node, int words, int[] leadsTo) {
      fromRoot = new int[words == 0 ? 0 : node.word(words - 1) + 1];
      for (int i = 0; i < words; i++) {
        fromRoot[node.word(i)] = leadsTo[i];
      }
    }

    private static long filter(PhraseNode node, int words) {
      long filter = 0;
      for (int i = 0; i < words; i++) {
        filter |= 1L << node.word(i);
      }
      return filter;
    }

    /** Half of it stays free, so that what is not there is soon known. */
    private long table(PhraseNode node, int words, int[] leadsTo) {
      int begin = used;
      int size = words <= FEW ? words : 2 * words;
      used += size;
      Malformed.expect(used <= MOST_PLACES && size <= MOST_STEPS, "fewer phrases");
      if (used > slots.length) {
        int room = Math.max(used, 2 * slots.length);
        slots = Arrays.copyOf(slots, room);
      }
      Arrays.fill(slots, begin, used, NO_WORD);
      for (int i = 0; i < words; i++) {
        int at = slot(node.word(i), size);
        while (slots[begin + at] != NO_WORD) {
          at = at + 1 == size ? 0 : at + 1;
        }
        slots[begin + at] = (long) node.word(i) << 32 | leadsTo[i];
      }
      return (long) begin << BEGIN | (long) size << SIZE;
    }

    Steps build() {
      return new Steps(this);
    }
  }
}
