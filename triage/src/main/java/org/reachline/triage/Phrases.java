package org.reachline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All phrases of both languages as one immutable automaton over word numbers: a trie with hashed
 * steps.
 */
final class Phrases {

  private final long[] steps;
  private final int[] targets;
  private final int[][] cues;

  private Phrases(Builder builder) {
    int size = Integer.highestOneBit(Math.max(16, builder.steps.size() * 2)) * 2;
    steps = new long[size];
    targets = new int[size];
    Arrays.fill(steps, -1);
    builder.steps.forEach(this::put);
    cues =
        builder.cues.stream()
            .map(c -> c.stream().mapToInt(i -> i).distinct().toArray())
            .toArray(int[][]::new);
  }

  /** All phrases that stand in the text, in order of their first word. */
  List<Hit> in(Tokens tokens) {
    var hits = new ArrayList<Hit>();
    for (int i = 0; i < tokens.count(); i++) {
      walk(tokens, 0, i, i, hits);
    }
    return hits;
  }

  private void walk(Tokens tokens, int node, int from, int at, List<Hit> hits) {
    for (int cue : cues[node]) {
      add(new Hit(cue, from, at), hits);
    }
    if (at == tokens.count()) {
      return;
    }
    step(tokens, node, from, tokens.ids(at), at + 1, hits);
    if (tokens.spelledTo(at) > 0) {
      step(tokens, node, from, tokens.spelled(at), tokens.spelledTo(at), hits);
    }
  }

  private void step(Tokens tokens, int node, int from, int[] words, int to, List<Hit> hits) {
    for (int word : words) {
      int next = target(key(node, word));
      if (next > 0) {
        walk(tokens, next, from, to, hits);
      }
    }
  }

  private static void add(Hit hit, List<Hit> hits) {
    for (int i = hits.size() - 1; i >= 0 && hits.get(i).first() == hit.first(); i--) {
      if (hits.get(i).equals(hit)) {
        return;
      }
    }
    hits.add(hit);
  }

  private int target(long key) {
    for (int i = slot(key); steps[i] != -1; i = i + 1 & steps.length - 1) {
      if (steps[i] == key) {
        return targets[i];
      }
    }
    return 0;
  }

  private void put(long key, int target) {
    int i = slot(key);
    while (steps[i] != -1) {
      i = i + 1 & steps.length - 1;
    }
    steps[i] = key;
    targets[i] = target;
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & steps.length - 1;
  }

  private static long key(int node, int word) {
    return (long) node << 32 | word;
  }

  /** Grows the trie phrase by phrase. */
  static final class Builder {
    private final Map<Long, Integer> steps = new HashMap<>();
    private final List<List<Integer>> cues = new ArrayList<>(List.of(new ArrayList<>()));

    void add(List<Integer> words, int cue) {
      int node = 0;
      for (int word : words) {
        node = steps.computeIfAbsent(key(node, word), _ -> fresh());
      }
      cues.get(node).add(cue);
    }

    int size() {
      return cues.stream().mapToInt(List::size).sum();
    }

    Phrases build() {
      return new Phrases(this);
    }

    private int fresh() {
      cues.add(new ArrayList<>());
      return cues.size() - 1;
    }
  }
}
