package org.reachline.triage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reachline.triage.Learned.Weights;
import org.reachline.triage.Wording.Weighed;

/**
 * The words the rules know, by number, with every spelling that leads to them. Immutable once
 * built.
 */
final class Lexicon {
  static final int NONE = -1;

  private static final int[] UNKNOWN = {};
  private static final int HEARD_WORD = 5;
  private static final int LONGEST = 64;
  private static final int LONGEST_NUMBER = 6;

  private final Set<String> words;
  private final Map<String, Named> named;
  private final Map<String, int[]> misspelt;
  private final Map<String, int[]> heard;
  private final Set<Integer> symbols;
  private final Set<String> units;
  private final Map<Long, Integer> pairs;
  private final int[][] apart;
  private final BitSet pairStarts = new BitSet();
  private final BitSet barriers;
  private final Ranges ranges;
  private final String[] core;
  private final Map<String, Weighed> weighed = new HashMap<>();

  /** Every word and shorthand of the rules: one look-up for most words of a text. */
  private final Map<String, Known> known = new HashMap<>();

  Lexicon(LexiconBuilder builder, BitSet barriers, Learned learned) {
    words = new HashSet<>(builder.words().keySet());
    named = named(builder);
    ranges = builder.ranges();
    symbols = Set.copyOf(builder.symbols());
    units = Set.copyOf(builder.units());
    List<String> grave = builder.graveWords();
    misspelt = builder.misspelt(grave);
    heard = builder.heard(grave);
    pairs = builder.pairs();
    apart = builder.apart();
    pairs.keySet().forEach(pair -> pairStarts.set((int) (pair >> 32)));
    this.barriers = (BitSet) barriers.clone();
    core = builder.coreSpellings();
    List<Weights> all = learned.all();
    named.keySet().forEach(word -> weighed.put(word, Weighed.known(word, all)));
    named.keySet().forEach(word -> known.put(word, reading(word)));
  }

  boolean isSymbol(int codePoint) {
    return codePoint > 127 && symbols.contains(codePoint);
  }

  /** Whether the rules use this very word. */
  boolean isWord(String folded) {
    return words.contains(folded);
  }

  /** Whether the rules of the core use this very word. */
  boolean isWordOfCore(String folded) {
    return isWord(folded) && named.getOrDefault(folded, Named.NOT).sure();
  }

  /** Whether letters right behind digits are a unit, as in 103f, and the core has no such word. */
  boolean isUnit(String letters, Known whole) {
    return units.contains(letters) && !whole.sure();
  }

  /** The two words this one stands for, such as "want to" for "wanna"; empty in most cases. */
  int[] apart(int word) {
    return word < apart.length ? apart[word] : UNKNOWN;
  }

  /** The word that two neighbours stand for, such as "cant" for "can not", or {@link #NONE}. */
  int together(Known left, Known right) {
    if (left.is(Known.JOINS)) {
      for (int a : left.ids()) {
        for (int b : right.ids()) {
          int both = pairs.getOrDefault(LexiconBuilder.pair(a, b), NONE);
          if (both != NONE) {
            return both;
          }
        }
      }
    }
    return NONE;
  }

  /** What this folded word may stand for. */
  Known read(String folded) {
    Known found = known.get(folded);
    return found == null ? reading(folded) : found;
  }

  /** One word of a phrase, or all words that a range in it stands for. */
  Known word(int id) {
    int[] pieces = ranges.pieces(id);
    return known("", pieces.length > 0 ? pieces : new int[] {id});
  }

  private Known reading(String folded) {
    return known(folded, ids(folded));
  }

  private Known known(String folded, int[] ids) {
    int traits = ids.length > 1 ? Known.MORE : 0;
    for (int id : ids) {
      traits |= pairStarts.get(id) ? Known.JOINS : 0;
      traits |= barriers.get(id) ? Known.BARRIER : 0;
      traits |= apart(id).length > 0 ? Known.MORE : 0;
    }
    traits |= !folded.isEmpty() && isSymbol(folded.codePointAt(0)) ? Known.SYMBOL : 0;
    boolean sure = named.getOrDefault(folded, Named.NOT).sure();
    String meant = sure ? folded : meant(folded, ids);
    return new Known(ids.length == 0 ? NONE : ids[0], traits, sure, ids, meant, weighed.get(meant));
  }

  private String meant(String folded, int[] ids) {
    for (int id : ids) {
      if (id < core.length) {
        return core[id];
      }
    }
    return folded;
  }

  private int[] ids(String folded) {
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
    int number = number(folded);
    if (number >= 0 && ranges.piece(number) != NONE) {
      found.add(ranges.piece(number));
    }
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
    Named by = named.getOrDefault(word, Named.NOT);
    return by.sure() || word.length() < HEARD_WORD ? by.ids() : guessed(word, by.ids());
  }

  private int[] guessed(String word, int[] ids) {
    var found = new Ids();
    found.addAll(ids);
    found.addAll(misspelt.getOrDefault(word, UNKNOWN));
    found.addAll(heard.getOrDefault(Spelling.byEar(word), UNKNOWN));
    return found.toArray();
  }

  private static int number(String word) {
    int value = 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = word.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i == LONGEST_NUMBER) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static Map<String, Named> named(LexiconBuilder builder) {
    var found = new HashMap<String, Named>();
    builder
        .words()
        .forEach(
            (word, id) -> found.put(word, new Named(new int[] {id}, id < builder.coreWords())));
    builder
        .shorthandIds()
        .forEach((word, meant) -> found.merge(word, new Named(meant, true), Named::and));
    return found;
  }

  /**
   * What the rules call by this spelling.
   *
   * @param ids never changed
   * @param sure nobody means another word by it
   */
  @SuppressWarnings("ArrayRecordComponent") // inside this class only and never compared
  private record Named(int[] ids, boolean sure) {
    static final Named NOT = new Named(UNKNOWN, false);

    Named and(Named other) {
      var both = new Ids();
      both.addAll(ids);
      both.addAll(other.ids);
      return new Named(both.toArray(), sure || other.sure);
    }
  }

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
