package org.reachline.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What the learned layer sees of a text: runs of three to five letters of each word, the words, and
 * which words stand side by side; each hashed to one of {@link #BUCKETS}. The order of sentences,
 * capitals, accents and stretched letters play no part.
 */
public final class Grams {
  /** Number of buckets; a power of two. */
  public static final int BUCKETS = 1 << 16;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;
  private static final int SEED = 0x811c9dc5;
  private static final int PRIME = 0x01000193;
  private static final int STRETCHED = 3;

  private final List<Word> words = new ArrayList<>();
  private final BitSet buckets = new BitSet(BUCKETS);

  /**
   * A folded word, where it stands in the text, and its own buckets.
   *
   * @param buckets in no order, a bucket may come twice; never changed
   */
  @SuppressWarnings("ArrayRecordComponent") // inside this package only and never compared
  record Word(String folded, int start, int end, int[] buckets) {}

  private Grams(String text) {
    Fold.fold(text, new Collector());
    for (int i = 0; i < words.size(); i++) {
      for (int bucket : words.get(i).buckets()) {
        buckets.set(bucket);
      }
      beside(i, 1, '_');
      beside(i, 2, '*');
    }
  }

  /** Reads a text of any length. */
  public static Grams of(String text) {
    return new Grams(text);
  }

  /** The buckets of the whole text, each once, ascending. */
  public int[] buckets() {
    return buckets.stream().toArray();
  }

  List<Word> words() {
    return words;
  }

  private void beside(int first, int distance, char how) {
    if (first + distance < words.size()) {
      int hash = add(add(SEED, words.get(first).folded()), String.valueOf(how));
      buckets.set(bucket(add(hash, words.get(first + distance).folded())));
    }
  }

  private static int[] own(String word) {
    String padded = " " + word + " ";
    var found = new int[1 + pieces(padded.length())];
    int next = 0;
    found[next++] = bucket(add(add(SEED, "="), word));
    for (int length = SHORTEST; length <= LONGEST; length++) {
      for (int at = 0; at + length <= padded.length(); at++) {
        found[next++] = bucket(add(SEED, padded, at, at + length));
      }
    }
    return found;
  }

  private static int pieces(int letters) {
    int pieces = 0;
    for (int length = SHORTEST; length <= LONGEST; length++) {
      pieces += Math.max(0, letters - length + 1);
    }
    return pieces;
  }

  private static int add(int hash, String text) {
    return add(hash, text, 0, text.length());
  }

  private static int add(int hash, String text, int from, int to) {
    int result = hash;
    for (int i = from; i < to; i++) {
      result = (result ^ text.charAt(i)) * PRIME;
    }
    return result;
  }

  private static int bucket(int hash) {
    return (hash ^ hash >>> 15) & BUCKETS - 1;
  }

  /** Three and more of one letter count as one: "soooo" is "so". */
  private static String unstretched(String word) {
    var short_ = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); ) {
      int end = i;
      while (end < word.length() && word.charAt(end) == word.charAt(i)) {
        end++;
      }
      int kept = end - i >= STRETCHED && Character.isLetter(word.charAt(i)) ? 1 : end - i;
      short_.append(word, i, i + kept);
      i = end;
    }
    return short_.toString();
  }

  /** Takes words and symbols; where sentences end is not asked. */
  private final class Collector implements Fold.Words {
    @Override
    public void word(String folded, int start, int end) {
      String word = unstretched(folded);
      words.add(new Word(word, start, end, own(word)));
    }

    @Override
    public void line() {}

    @Override
    public void sentence() {}

    @Override
    public void clause() {}

    @Override
    public boolean knows(int symbol) {
      return Character.getType(symbol) == Character.OTHER_SYMBOL;
    }
  }
}
