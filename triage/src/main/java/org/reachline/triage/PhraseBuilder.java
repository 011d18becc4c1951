package org.reachline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reachline.triage.Template.Choice;
import org.reachline.triage.Template.Item;
import org.reachline.triage.Template.Word;

/**
 * Grows one trie from all templates, sharing what they have in common, without spelling each out.
 */
final class PhraseBuilder {
  private static final int MOST_NODES = 50_000;
  private static final int MOST_WORDS = 16;
  private static final int MOST_GAPS = 3;

  private final Steps steps = new Steps();
  private final PhraseWords words;
  private final List<Set<Integer>> sets = new ArrayList<>(List.of(Set.of()));
  private final Map<Set<Integer>, Integer> setNumbers = new HashMap<>(Map.of(Set.of(), 0));
  private final BitSet afterGap = new BitSet();
  private int[] setOf = new int[1024];
  private byte[] depth = new byte[1024];
  private byte[] gaps = new byte[1024];
  private int[] parents = new int[1024];
  private int[] wordOf = new int[1024];
  private int nodes = 1;
  private int phrases;

  PhraseBuilder(PhraseWords words) {
    this.words = words;
  }

  /** Adds all phrases of a template to a cue and says at which nodes they end. */
  Set<Integer> add(Choice template, int cue, boolean crisis, boolean gapsAllowed) {
    int before = nodes;
    Set<Integer> ends = options(Set.of(0), template, crisis, gapsAllowed);
    Malformed.expect(!ends.contains(0), "a phrase of at least one word");
    Malformed.expect(ends.stream().noneMatch(afterGap::get), "words after a gap");
    Malformed.expect(nodes - before <= MOST_NODES, "a template of fewer phrases on one line");
    ends.forEach(node -> end(node, cue));
    return ends;
  }

  int phraseCount() {
    return phrases;
  }

  int nodeCount() {
    return nodes;
  }

  /** The words of the phrase that ends at a node. */
  int[] wordsTo(int node) {
    int[] words = new int[depth[node]];
    for (int at = node; at > 0; at = parents[at]) {
      words[depth[at] - 1] = wordOf[at];
    }
    return words;
  }

  /** The words that are a phrase of one of these cues all by themselves. */
  BitSet singleWords(BitSet cues) {
    var found = new BitSet();
    for (int node = 1; node < nodes; node++) {
      if (depth[node] == 1 && sets.get(setOf[node]).stream().anyMatch(cues::get)) {
        found.set(wordOf[node]);
      }
    }
    return found;
  }

  Phrases build() {
    return new Phrases(
        steps,
        Arrays.copyOf(setOf, nodes),
        sets.stream()
            .map(set -> set.stream().mapToInt(i -> i).sorted().toArray())
            .toArray(int[][]::new));
  }

  private void end(int node, int cue) {
    Set<Integer> known = sets.get(setOf[node]);
    if (!known.contains(cue)) {
      var more = new LinkedHashSet<>(known);
      more.add(cue);
      setOf[node] = setNumbers.computeIfAbsent(Set.copyOf(more), this::newSet);
      phrases++;
    }
  }

  private int newSet(Set<Integer> set) {
    sets.add(set);
    return sets.size() - 1;
  }

  private Set<Integer> options(Set<Integer> from, Choice choice, boolean crisis, boolean gap) {
    var ends = new LinkedHashSet<Integer>();
    choice.options().forEach(option -> ends.addAll(sequence(from, option, crisis, gap)));
    return ends;
  }

  private Set<Integer> sequence(Set<Integer> from, List<Item> items, boolean crisis, boolean gap) {
    Set<Integer> at = from;
    for (Item item : items) {
      at =
          switch (item) {
            case Choice choice -> options(at, choice, crisis, gap);
            case Word(var text) when text.equals("..") -> gap(at, gap);
            case Word(var text) -> word(at, words.numbers(text, crisis));
          };
    }
    return at;
  }

  private Set<Integer> gap(Set<Integer> from, boolean allowed) {
    Malformed.expect(allowed, "no gap in a phrase that can lower");
    Malformed.expect(!from.contains(0), "words before a gap");
    return word(from, List.of(Phrases.GAP));
  }

  private Set<Integer> word(Set<Integer> from, List<Integer> numbers) {
    var ends = new LinkedHashSet<Integer>();
    for (int node : from) {
      int at = node;
      for (int number : numbers) {
        at = step(at, number);
      }
      ends.add(at);
    }
    return ends;
  }

  private int step(int node, int number) {
    int known = steps.get(node, number);
    return known > 0 ? known : fresh(node, number);
  }

  private int fresh(int node, int number) {
    int made = nodes++;
    if (made == setOf.length) {
      setOf = Arrays.copyOf(setOf, made * 2);
      depth = Arrays.copyOf(depth, made * 2);
      gaps = Arrays.copyOf(gaps, made * 2);
      parents = Arrays.copyOf(parents, made * 2);
      wordOf = Arrays.copyOf(wordOf, made * 2);
    }
    boolean gap = number == Phrases.GAP;
    depth[made] = (byte) (depth[node] + 1);
    gaps[made] = (byte) (gaps[node] + (gap ? 1 : 0));
    parents[made] = node;
    wordOf[made] = number;
    afterGap.set(made, gap);
    Malformed.expect(depth[made] <= MOST_WORDS, "a phrase of at most " + MOST_WORDS + " words");
    Malformed.expect(gaps[made] <= MOST_GAPS, "at most " + MOST_GAPS + " gaps in a phrase");
    steps.put(node, number, made);
    return made;
  }
}
