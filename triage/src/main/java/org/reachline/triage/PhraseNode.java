package org.reachline.triage;

import java.util.Arrays;
import java.util.List;

/**
 * A place inside phrases: which cues end here, and where each next word leads. Two places from
 * which the same may follow are one and the same node.
 */
final class PhraseNode {
  private static final int[] NO_CUES = {};

  private int[] cues = NO_CUES;

  /** The word in the upper half, the target in the lower: one array is sorted and compared. */
  private long[] steps = new long[1];

  private int size;
  private int number = -1;
  private int words;
  private int gaps;
  private double phrases;

  /** Where phrases of this cue end. */
  static PhraseNode end(int cue) {
    var node = new PhraseNode();
    node.cues = new int[] {cue};
    node.phrases = 1;
    return node;
  }

  /** Before this word. */
  static PhraseNode before(int word, PhraseNode next, Nodes nodes) {
    var node = new PhraseNode();
    node.add(word, next, nodes);
    return node;
  }

  /** One node from which all may follow that follows from any of these. */
  static PhraseNode union(List<PhraseNode> nodes) {
    var all = new PhraseNode();
    int room = 0;
    for (PhraseNode node : nodes) {
      room += node.size;
    }
    all.room(room);
    nodes.forEach(all::addAll);
    return all;
  }

  void add(int word, PhraseNode next, Nodes nodes) {
    room(1);
    steps[size++] = step(word, nodes.number(next));
    boolean gap = word == Phrases.GAP;
    words = Math.max(words, next.words + (gap ? 0 : 1));
    gaps = Math.max(gaps, next.gaps + (gap ? 1 : 0));
    phrases += next.phrases;
  }

  /** From here on also what may follow from there. */
  void addAll(PhraseNode other) {
    cues = other.isEnd() ? risingOnce(cues, other.cues) : cues;
    room(other.size);
    System.arraycopy(other.steps, 0, steps, size, other.size);
    size += other.size;
    words = Math.max(words, other.words);
    gaps = Math.max(gaps, other.gaps);
    phrases += other.phrases;
  }

  /** The same with every range written out; itself when there is none. */
  PhraseNode inPieces(Ranges ranges) {
    PhraseNode node = this;
    for (int i = 0; i < size; i++) {
      int[] pieces = ranges.pieces(word(i));
      if (pieces.length > 0) {
        node = node == this ? copy() : node;
        node.room(pieces.length);
        for (int piece : pieces) {
          node.steps[node.size++] = step(piece, target(i));
        }
      }
    }
    return node;
  }

  private PhraseNode copy() {
    var copy = new PhraseNode();
    copy.addAll(this);
    return copy;
  }

  private void room(int more) {
    if (size + more > steps.length) {
      steps = Arrays.copyOf(steps, Math.max(size + more, 2 * size));
    }
  }

  private static long step(int word, int target) {
    return (long) word << 32 | Integer.toUnsignedLong(target);
  }

  private static int[] risingOnce(int[] some, int[] more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return risingOnce(all);
  }

  /** Sorts the numbers and leaves out what comes again. */
  private static int[] risingOnce(int[] numbers) {
    Arrays.sort(numbers);
    int kept = 0;
    for (int number : numbers) {
      if (kept == 0 || numbers[kept - 1] != number) {
        numbers[kept++] = number;
      }
    }
    return kept == numbers.length ? numbers : Arrays.copyOf(numbers, kept);
  }

  boolean isEnd() {
    return cues.length > 0;
  }

  /** Cues of the phrases that end here, rising; never changed. */
  int[] cues() {
    return cues;
  }

  /** Number of words that may follow, a gap counted in. */
  int size() {
    return size;
  }

  /** One of the words that may follow: of a node with a number rising, a gap the last. */
  int word(int step) {
    return (int) (steps[step] >>> 32);
  }

  /** Where that word leads, for {@link Nodes#at}. */
  int target(int step) {
    return (int) steps[step];
  }

  boolean startsWith(int word) {
    for (int i = 0; i < size; i++) {
      if (word(i) == word) {
        return true;
      }
    }
    return false;
  }

  /** Words of the longest phrase from here. */
  int words() {
    return words;
  }

  /** Gaps of the phrase with most of them. */
  int gaps() {
    return gaps;
  }

  /** How many phrases go on from here. */
  double phrases() {
    return phrases;
  }

  /** Each word once and in order: the targets of one word become one. */
  private void settle(Nodes nodes) {
    Arrays.sort(steps, 0, size);
    int kept = 0;
    for (int from = 0, to; from < size; from = to) {
      to = from + 1;
      while (to < size && word(to) == word(from)) {
        to++;
      }
      steps[kept++] =
          to == from + 1 ? steps[from] : step(word(from), nodes.together(steps, from, to));
    }
    steps = Arrays.copyOf(steps, kept);
    size = kept;
  }

  private boolean sameAs(PhraseNode other) {
    return Arrays.equals(cues, other.cues) && Arrays.equals(steps, other.steps);
  }

  private int hash() {
    return 31 * Arrays.hashCode(cues) + Arrays.hashCode(steps);
  }

  /**
   * All nodes, each once, by number. A node is numbered when nothing is added to it any more. A
   * step leads to one node, by its number, or to several, by a number below zero.
   */
  static final class Nodes {
    private final Numbering<PhraseNode> nodes =
        new Numbering<>(PhraseNode::hash, PhraseNode::sameAs);
    private final Numbering<int[]> groups = new Numbering<>(Arrays::hashCode, Arrays::equals);
    private int[] gathered = new int[64];

    int number(PhraseNode node) {
      if (node.number < 0) {
        node.settle(this);
        node.number = nodes.of(node);
      }
      return node.number;
    }

    PhraseNode get(int number) {
      return nodes.get(number);
    }

    /** The nodes of a group. */
    List<PhraseNode> all(int group) {
      return Arrays.stream(groups.get(-1 - group)).mapToObj(nodes::get).toList();
    }

    /** The nodes a step leads to, rising; never changed. */
    int[] at(int target) {
      return target < 0 ? groups.get(-1 - target) : new int[] {target};
    }

    /** Where all these steps lead: what a step leads to that stands for them together. */
    private int together(long[] steps, int from, int to) {
      int count = 0;
      for (int i = from; i < to; i++) {
        count = gather((int) steps[i], count);
      }
      int[] rising = risingOnce(Arrays.copyOf(gathered, count));
      return rising.length == 1 ? rising[0] : -1 - groups.of(rising);
    }

    private int gather(int target, int count) {
      int[] group = target < 0 ? groups.get(-1 - target) : NO_CUES;
      int more = target < 0 ? group.length : 1;
      if (count + more > gathered.length) {
        gathered = Arrays.copyOf(gathered, 2 * (count + more));
      }
      if (target < 0) {
        System.arraycopy(group, 0, gathered, count, more);
      } else {
        gathered[count] = target;
      }
      return count + more;
    }
  }
}
