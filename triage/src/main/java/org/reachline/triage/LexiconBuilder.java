package org.reachline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.reachline.triage.Ranges.Range;

/** Collects words, and how else they may be written, while rule files are read. */
final class LexiconBuilder {
  private static final int LONG_WORD = 7;
  private static final int HEARD_WORD = 5;
  private static final int[] NOTHING = {};

  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, List<String>> shorthand = new HashMap<>();
  private final Map<Long, Integer> pairs = new HashMap<>();
  private final Map<Integer, int[]> apart = new HashMap<>();
  private final List<Range> ranges = new ArrayList<>();
  private final Set<Integer> symbols = new HashSet<>();
  private final Set<String> units = new HashSet<>();
  private final Set<String> grave = new HashSet<>();
  private final Set<String> graveOfCore = new HashSet<>();
  private final Set<String> blocked = new HashSet<>();
  private int next;
  private int coreWords = Integer.MAX_VALUE;

  /**
   * @param crisis misspellings of it are to be found as well
   */
  int word(String folded, boolean crisis) {
    if (crisis) {
      grave.add(folded);
    }
    return words.computeIfAbsent(folded, _ -> next++);
  }

  /** From here on words are an agency's own: they take no spelling away from a core word. */
  void endOfCore() {
    coreWords = next;
    graveOfCore.addAll(grave);
  }

  int symbol(int codePoint) {
    boolean known = symbols.contains(codePoint) || coreWords == Integer.MAX_VALUE;
    Malformed.expect(known, "an emoji that the core rules know"); // a new one would part phrases
    symbols.add(codePoint);
    return word(Character.toString(codePoint), false);
  }

  int range(int low, int high) {
    for (Range range : ranges) {
      if (range.low() == low && range.high() == high) {
        return range.id();
      }
    }
    ranges.add(new Range(low, high, next));
    return next++;
  }

  /** A line {@code short WRITTEN ... = MEANT}. */
  void shorthand(RuleLine line) {
    Malformed.expect(RuleLine.split(line.right()).size() == 1, "short WRITTEN ... = ONE WORD");
    line.left().forEach(w -> shorthand(w, line.right()));
  }

  private void shorthand(String written, String meant) {
    shorthand.computeIfAbsent(written, _ -> new ArrayList<>()).add(meant);
  }

  /** A line {@code same WORD ... = TWO WORDS}: each may stand for the other, in both directions. */
  void same(RuleLine line) {
    List<String> two = RuleLine.split(line.right());
    Malformed.expect(two.size() == 2, "same WORD ... = TWO WORDS");
    String one = line.left().getFirst();
    int[] parts = {word(two.getFirst(), false), word(two.getLast(), false)};
    int whole = word(one, false);
    boolean fresh = pairs.putIfAbsent(pair(parts[0], parts[1]), whole) == null;
    fresh &= apart.putIfAbsent(whole, parts) == null;
    Malformed.expect(fresh, "words that no 'same' line has used, got " + line.text());
    line.left().stream().skip(1).forEach(w -> shorthand(w, one));
  }

  void unit(RuleLine line) {
    units.addAll(line.words().subList(1, line.words().size()));
  }

  void block(RuleLine line) {
    blocked.addAll(line.words().subList(1, line.words().size()));
  }

  static long pair(int left, int right) {
    return (long) left << 32 | right;
  }

  Map<String, Integer> words() {
    return words;
  }

  /** All ranges in pieces; to be asked when nothing is added any more. */
  Ranges ranges() {
    return new Ranges(ranges, next);
  }

  Set<Integer> symbols() {
    return symbols;
  }

  Set<String> units() {
    return units;
  }

  Map<Long, Integer> pairs() {
    return Map.copyOf(pairs);
  }

  int[][] apart() {
    var all = new int[next][];
    Arrays.fill(all, NOTHING);
    apart.forEach((word, parts) -> all[word] = parts);
    return all;
  }

  int coreWords() {
    return coreWords;
  }

  /** The words of the core by number; empty for a range. */
  String[] coreSpellings() {
    var all = new String[Math.min(coreWords, next)];
    Arrays.fill(all, "");
    words.forEach(
        (word, id) -> {
          if (id < all.length) {
            all[id] = word;
          }
        });
    return all;
  }

  Map<String, int[]> shorthandIds() {
    var ids = new HashMap<String, int[]>();
    shorthand.forEach((written, meant) -> ids.put(written, known(meant)));
    return Map.copyOf(ids);
  }

  private int[] known(List<String> meant) {
    return meant.stream().filter(words::containsKey).mapToInt(words::get).toArray();
  }

  /** All long words that one lost letter may have left behind. */
  Map<String, int[]> misspelt(List<String> graveWords) {
    var found = new HashMap<String, int[]>();
    for (String word : graveWords) {
      if (word.length() >= LONG_WORD) {
        int[] id = id(word); // one for all of its misspellings
        for (String typo : Spelling.oneLetterLost(word)) {
          if (!isCoreWord(typo) && !blocked.contains(typo)) {
            found.merge(typo, id, LexiconBuilder::both);
          }
        }
      }
    }
    return Collections.unmodifiableMap(found);
  }

  /** All words that sound alike. */
  Map<String, int[]> heard(List<String> graveWords) {
    var found = new HashMap<String, int[]>();
    for (String word : graveWords) {
      if (word.length() >= HEARD_WORD) {
        found.merge(Spelling.byEar(word), id(word), LexiconBuilder::both);
      }
    }
    blocked.forEach(word -> found.remove(Spelling.byEar(word)));
    return Collections.unmodifiableMap(found);
  }

  private int[] id(String word) {
    return new int[] {words.getOrDefault(word, -1)};
  }

  private static int[] both(int[] a, int[] b) {
    return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).distinct().toArray();
  }

  private boolean isCoreWord(String word) {
    Integer id = words.get(word);
    return id != null && id < coreWords;
  }

  /** Words whose misspellings are to be found: those of the core first, in a fixed order. */
  List<String> graveWords() {
    var all = new ArrayList<>(graveOfCore.stream().sorted().toList());
    grave.stream().filter(w -> !graveOfCore.contains(w)).sorted().forEach(all::add);
    return all;
  }

  Lexicon build() {
    return build(new BitSet(), Learned.UNTRAINED);
  }

  Lexicon build(BitSet barriers, Learned learned) {
    return new Lexicon(this, barriers, learned);
  }
}
