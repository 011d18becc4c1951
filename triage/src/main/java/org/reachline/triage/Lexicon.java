package org.reachline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words the rules know, by number, with every spelling that leads to them. Immutable once
 * built.
 */
final class Lexicon {
  private static final int[] UNKNOWN = {};
  private static final int LONG_WORD = 7;
  private static final int HEARD_WORD = 5;
  private static final int LONGEST = 64;

  private final Map<String, Integer> words;
  private final Map<String, int[]> shorthand;
  private final Map<String, Integer> misspelt;
  private final Map<String, Integer> heard;
  private final List<Range> ranges;
  private final Set<Integer> symbols;

  private Lexicon(Builder builder) {
    words = Map.copyOf(builder.words);
    ranges = List.copyOf(builder.ranges);
    symbols = Set.copyOf(builder.symbols);
    shorthand = builder.shorthandIds();
    misspelt = builder.misspelt();
    heard = builder.heard();
  }

  boolean isSymbol(int codePoint) {
    return symbols.contains(codePoint);
  }

  /** Numbers of all known words this folded word may stand for. */
  int[] read(String folded) {
    if (folded.length() > LONGEST && Spelling.shortened(folded).isEmpty()) {
      return UNKNOWN;
    }
    var found = new Ids();
    spellings(folded, found);
    Spelling.shortened(folded).forEach(s -> spellings(s, found));
    Spelling.unleeted(folded).forEach(s -> spellings(s, found));
    numbers(folded, found);
    return found.toArray();
  }

  private void spellings(String word, Ids found) {
    Integer exact = words.get(word);
    int[] meant = shorthand.get(word);
    if (exact != null) {
      found.add(exact);
    }
    if (meant != null) {
      found.addAll(meant);
    }
    if (exact == null && meant == null && word.length() >= HEARD_WORD) {
      guesses(word, found);
    }
  }

  private void guesses(String word, Ids found) {
    Integer typo = misspelt.get(word);
    Integer sound = heard.get(Spelling.byEar(word));
    if (typo != null) {
      found.add(typo);
    }
    if (sound != null) {
      found.add(sound);
    }
  }

  private void numbers(String word, Ids found) {
    int value = number(word);
    for (Range range : ranges) {
      if (value >= range.low() && value <= range.high()) {
        found.add(range.id());
      }
    }
  }

  private static int number(String word) {
    int value = 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = word.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i > 5) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** A number between two bounds, inclusive. */
  record Range(int low, int high, int id) {}

  /** Collects a handful of numbers. */
  private static final class Ids {
    private int[] ids = UNKNOWN;

    void add(int id) {
      for (int known : ids) {
        if (known == id) {
          return;
        }
      }
      ids = Arrays.copyOf(ids, ids.length + 1);
      ids[ids.length - 1] = id;
    }

    void addAll(int[] more) {
      for (int id : more) {
        add(id);
      }
    }

    int[] toArray() {
      return ids;
    }
  }

  /** Collects words while a rule file is read. */
  static final class Builder {
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, List<String>> shorthand = new HashMap<>();
    private final List<Range> ranges = new ArrayList<>();
    private final Set<Integer> symbols = new HashSet<>();
    private final Set<String> grave = new HashSet<>();
    private final Set<String> blocked = new HashSet<>();
    private int next;

    int word(String folded, boolean crisis) {
      if (crisis) {
        grave.add(folded);
      }
      return words.computeIfAbsent(folded, _ -> next++);
    }

    int symbol(int codePoint) {
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

    void shorthand(String written, String meant) {
      shorthand.computeIfAbsent(written, _ -> new ArrayList<>()).add(meant);
    }

    void block(String word) {
      blocked.add(word);
    }

    Lexicon build() {
      return new Lexicon(this);
    }

    private Map<String, int[]> shorthandIds() {
      var ids = new HashMap<String, int[]>();
      shorthand.forEach(
          (written, meant) ->
              ids.put(
                  written,
                  meant.stream().filter(words::containsKey).mapToInt(words::get).toArray()));
      return Map.copyOf(ids);
    }

    private Map<String, Integer> misspelt() {
      var found = new HashMap<String, Integer>();
      for (String word : grave.stream().filter(w -> w.length() >= LONG_WORD).sorted().toList()) {
        Spelling.oneLetterLost(word).stream()
            .filter(typo -> !words.containsKey(typo) && !blocked.contains(typo))
            .forEach(typo -> found.putIfAbsent(typo, words.get(word)));
      }
      return Map.copyOf(found);
    }

    private Map<String, Integer> heard() {
      var found = new HashMap<String, Integer>();
      grave.stream()
          .filter(w -> w.length() >= HEARD_WORD)
          .sorted()
          .forEach(w -> found.putIfAbsent(Spelling.byEar(w), words.get(w)));
      blocked.forEach(word -> found.remove(Spelling.byEar(word)));
      return Map.copyOf(found);
    }
  }
}
