package org.reachline.triage;

import java.util.Arrays;
import java.util.BitSet;
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
  static final int NONE = -1;

  private static final int[] UNKNOWN = {};
  private static final int HEARD_WORD = 5;
  private static final int LONGEST = 64;

  private final Set<String> words;
  private final Map<String, Known> known;
  private final Map<String, int[]> misspelt;
  private final Map<String, int[]> heard;
  private final List<Range> ranges;
  private final Set<Integer> symbols;
  private final Set<String> units;
  private final Map<Long, Integer> pairs;
  private final int[][] apart;
  private final BitSet pairStarts = new BitSet();
  private final BitSet barriers;

  Lexicon(LexiconBuilder builder, BitSet barriers) {
    words = new HashSet<>(builder.words().keySet());
    known = known(builder);
    ranges = List.copyOf(builder.ranges());
    symbols = Set.copyOf(builder.symbols());
    units = Set.copyOf(builder.units());
    List<String> grave = builder.graveWords();
    misspelt = builder.misspelt(grave);
    heard = builder.heard(grave);
    pairs = builder.pairs();
    apart = builder.apart();
    pairs.keySet().forEach(pair -> pairStarts.set((int) (pair >> 32)));
    this.barriers = (BitSet) barriers.clone();
  }

  boolean isSymbol(int codePoint) {
    return codePoint > 127 && symbols.contains(codePoint);
  }

  /** Whether the rules use this very word. */
  boolean isWord(String folded) {
    return words.contains(folded);
  }

  /** Whether letters right behind digits are a unit, as in 103f, and the core has no such word. */
  boolean isUnit(String letters, String whole) {
    return units.contains(letters) && !known.getOrDefault(whole, Known.NOT).sure();
  }

  /** Whether a gap in a phrase may not jump over this word: a negation or a "but". */
  boolean isBarrier(int[] ids) {
    for (int id : ids) {
      if (barriers.get(id)) {
        return true;
      }
    }
    return false;
  }

  /** The two words this one stands for, such as "want to" for "wanna"; empty in most cases. */
  int[] apart(int word) {
    return word < apart.length ? apart[word] : UNKNOWN;
  }

  /** The word that two neighbours stand for, such as "cant" for "can not", or {@link #NONE}. */
  int together(int[] left, int[] right) {
    for (int a : left) {
      if (pairStarts.get(a)) {
        for (int b : right) {
          int both = pairs.getOrDefault(LexiconBuilder.pair(a, b), NONE);
          if (both != NONE) {
            return both;
          }
        }
      }
    }
    return NONE;
  }

  /** Numbers of all known words this folded word may stand for. */
  int[] read(String folded) {
    if (folded.length() > LONGEST && Spelling.shortened(folded).isEmpty()) {
      return UNKNOWN;
    }
    if (isPlain(folded)) {
      return spelling(folded);
    }
    var found = new Ids();
    found.addAll(spelling(folded));
    Spelling.shortened(folded).forEach(s -> found.addAll(spelling(s)));
    Spelling.unleeted(folded).forEach(s -> found.addAll(spelling(s)));
    numbers(folded, found);
    return found.toArray();
  }

  /** Most words: nothing in them is to be read as something else. */
  private static boolean isPlain(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      if (folded.charAt(i) < 'a' || folded.charAt(i) > 'z') {
        return false;
      }
    }
    return !Spelling.hasRun(folded);
  }

  /** The word itself, what it is short for, and, if the rules do not name it, what it may be. */
  private int[] spelling(String word) {
    Known named = known.getOrDefault(word, Known.NOT);
    return named.sure() || word.length() < HEARD_WORD ? named.ids() : guessed(word, named.ids());
  }

  private int[] guessed(String word, int[] named) {
    var found = new Ids();
    found.addAll(named);
    found.addAll(misspelt.getOrDefault(word, UNKNOWN));
    found.addAll(heard.getOrDefault(Spelling.byEar(word), UNKNOWN));
    return found.toArray();
  }

  private void numbers(String word, Ids found) {
    int value = number(word);
    if (value < 0) {
      return;
    }
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

  /** All words and shorthand of the rules in one table: one look-up for most words of a text. */
  private static Map<String, Known> known(LexiconBuilder builder) {
    var found = new HashMap<String, Known>();
    builder
        .words()
        .forEach(
            (word, id) -> found.put(word, new Known(new int[] {id}, id < builder.coreWords())));
    builder
        .shorthandIds()
        .forEach((word, meant) -> found.merge(word, new Known(meant, true), Known::and));
    return found;
  }

  /**
   * What the rules call by this spelling.
   *
   * @param ids never changed
   * @param sure nobody means another word by it
   */
  @SuppressWarnings("ArrayRecordComponent") // inside this class only and never compared
  private record Known(int[] ids, boolean sure) {
    static final Known NOT = new Known(UNKNOWN, false);

    Known and(Known other) {
      var both = new Ids();
      both.addAll(ids);
      both.addAll(other.ids);
      return new Known(both.toArray(), sure || other.sure);
    }
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
}
