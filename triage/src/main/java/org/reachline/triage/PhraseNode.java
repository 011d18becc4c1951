package org.reachline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place inside phrases: which cues end here, and where each next word leads. Two places from
 * which the same may follow are one and the same node.
 */
final class PhraseNode {
  private static final int[] NOWHERE = {};

  private final Set<Integer> cues = new HashSet<>();
  private final Map<Integer, int[]> steps = new HashMap<>();
  private int number = -1;
  private int words;
  private int gaps;
  private double phrases;

  /** Where phrases of this cue end. */
  static PhraseNode end(int cue) {
    var node = new PhraseNode();
    node.cues.add(cue);
    node.phrases = 1;
    return node;
  }

  /** Before this word. */
  static PhraseNode before(int word, PhraseNode next, Nodes nodes) {
    var node = new PhraseNode();
    node.add(word, next, nodes);
    return node;
  }

  void add(int word, PhraseNode next, Nodes nodes) {
    step(word, new int[] {nodes.number(next)});
    boolean gap = word == Phrases.GAP;
    words = Math.max(words, next.words + (gap ? 0 : 1));
    gaps = Math.max(gaps, next.gaps + (gap ? 1 : 0));
    phrases += next.phrases;
  }

  /** One node from which all may follow that follows from any of these. */
  static PhraseNode union(Iterable<PhraseNode> nodes) {
    var all = new PhraseNode();
    Map<Integer, List<int[]>> targets = new HashMap<>();
    for (PhraseNode node : nodes) {
      all.cues.addAll(node.cues);
      all.words = Math.max(all.words, node.words);
      all.gaps = Math.max(all.gaps, node.gaps);
      all.phrases += node.phrases;
      node.steps.forEach(
          (word, to) -> targets.computeIfAbsent(word, _ -> new ArrayList<>(2)).add(to));
    }
    targets.forEach((word, to) -> all.steps.put(word, merged(to)));
    return all;
  }

  /** From here on also what may follow from there. */
  void addAll(PhraseNode other) {
    cues.addAll(other.cues);
    other.steps.forEach(this::step);
    words = Math.max(words, other.words);
    gaps = Math.max(gaps, other.gaps);
    phrases += other.phrases;
  }

  private void step(int word, int[] targets) {
    steps.merge(word, targets, PhraseNode::both);
  }

  private static int[] both(int[] a, int[] b) {
    return Arrays.equals(a, b) ? a : merged(List.of(a, b));
  }

  /** Rising, each once; so is every one of the rows. */
  private static int[] merged(List<int[]> rows) {
    if (rows.size() == 1) {
      return rows.getFirst();
    }
    int size = 0;
    for (int[] row : rows) {
      size += row.length;
    }
    var all = new int[size];
    int next = 0;
    for (int[] row : rows) {
      System.arraycopy(row, 0, all, next, row.length);
      next += row.length;
    }
    Arrays.sort(all);
    return eachOnce(all);
  }

  private static int[] eachOnce(int[] rising) {
    int kept = 0;
    for (int number : rising) {
      if (kept == 0 || rising[kept - 1] != number) {
        rising[kept++] = number;
      }
    }
    return Arrays.copyOf(rising, kept);
  }

  boolean isEnd() {
    return !cues.isEmpty();
  }

  Set<Integer> cues() {
    return cues;
  }

  Map<Integer, int[]> steps() {
    return steps;
  }

  /** The words that may follow, rising; a gap is the last. */
  int[] stepsInOrder() {
    var words = new int[steps.size()];
    int next = 0;
    for (int word : steps.keySet()) {
      words[next++] = word;
    }
    Arrays.sort(words);
    return words;
  }

  int[] after(int word) {
    return steps.getOrDefault(word, NOWHERE);
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

  private boolean sameAs(PhraseNode other) {
    if (!cues.equals(other.cues) || steps.size() != other.steps.size()) {
      return false;
    }
    for (Map.Entry<Integer, int[]> step : steps.entrySet()) {
      if (!Arrays.equals(step.getValue(), other.after(step.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private int hash() {
    int hash = cues.hashCode();
    for (Map.Entry<Integer, int[]> step : steps.entrySet()) {
      hash += (31 + step.getKey()) * 31 + Arrays.hashCode(step.getValue());
    }
    return hash;
  }

  /** All nodes, each once, by number. A node is numbered when nothing is added to it any more. */
  static final class Nodes {
    private final List<PhraseNode> nodes = new ArrayList<>();
    private final Map<Key, Integer> numbers = new HashMap<>();

    int number(PhraseNode node) {
      if (node.number < 0) {
        node.number = numbers.computeIfAbsent(new Key(node, node.hash()), this::fresh);
      }
      return node.number;
    }

    private int fresh(Key key) {
      nodes.add(key.node);
      return nodes.size() - 1;
    }

    PhraseNode get(int number) {
      return nodes.get(number);
    }
  }

  /** A node by what may follow from it. */
  private record Key(PhraseNode node, int hash) {
    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key(var that, var itsHash) && hash == itsHash && node.sameAs(that);
    }
  }
}
