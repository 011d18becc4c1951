package org.reachline.triage;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/**
 * What the learned layer sees of words: runs of three to five letters of each word, the words, and
 * which words stand side by side; each hashed to one of {@link #BUCKETS}. The order of sentences,
 * capitals, accents and stretched letters play no part.
 */
final class Grams {
  /** Number of buckets for the names of cues; they come first. */
  static final int CUES = 1 << 14;

  /** Number of buckets for words, after those. */
  static final int BUCKETS = 1 << 19;

  /** Words that stand so far from each other still stand side by side. */
  static final int WIDEST = 2;

  /** Words read at the start and at the end of a text that is longer than both. */
  private static final int MARGIN = 150;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;
  private static final int SEED = 0x811c9dc5;
  private static final int PRIME = 0x01000193;
  private static final int MIX = 0x85ebca6b;
  private static final int STRETCHED = 3;

  /** So many behind one digit are a word that begins with it. */
  private static final int LETTERS = 4;

  private Grams() {}

  /**
   * Goes through so many words, or of more than both margins through these: a word that comes again
   * counts once, and so does a pair of which neither word is new.
   *
   * @param hash of the word at a place
   * @param word takes the places of the words that count by themselves
   * @param pair takes the buckets of words that stand side by side
   */
  static void read(int words, IntUnaryOperator hash, IntConsumer word, IntConsumer pair) {
    var seen = new IntSet(Math.min(words, 2 * MARGIN));
    if (words <= 2 * MARGIN) {
      read(0, words, seen, hash, word, pair);
    } else {
      read(0, MARGIN, seen, hash, word, pair);
      read(words - MARGIN, words, seen, hash, word, pair);
    }
  }

  private static void read(
      int from, int to, IntSet seen, IntUnaryOperator hash, IntConsumer word, IntConsumer pair) {
    boolean[] fresh = new boolean[WIDEST + 1]; // how long ago a word was new, the last one first
    for (int at = from; at < to; at++) {
      System.arraycopy(fresh, 0, fresh, 1, WIDEST);
      fresh[0] = seen.add(hash.applyAsInt(at));
      if (fresh[0]) {
        word.accept(at);
      }
      for (int distance = 1; distance <= Math.min(at - from, WIDEST); distance++) {
        if (fresh[0] || fresh[distance]) {
          pair.accept(beside(hash.applyAsInt(at - distance), hash.applyAsInt(at), distance));
        }
      }
    }
  }

  /** The bucket of a cue's name. */
  static int cue(String name) {
    return bucket(add(SEED, name), CUES);
  }

  /** A number for the word, for {@link #beside}. */
  static int hash(String folded) {
    return add(SEED, plain(folded));
  }

  /** The bucket of two words, by their {@link #hash}, that stand so far apart. */
  static int beside(int left, int right, int distance) {
    int hash = (left + distance) * PRIME ^ right;
    hash = (hash ^ hash >>> 16) * MIX;
    return bucket(hash);
  }

  /** The buckets of a word by itself, in no order; one may come twice. */
  static int[] own(String folded) {
    String word = plain(folded);
    String padded = " " + word + " ";
    var found = new int[1 + pieces(padded.length())];
    found[0] = bucket(add(add(SEED, "="), word));
    for (int at = 0; at + SHORTEST <= padded.length(); at++) {
      runs(padded, at, found);
    }
    return found;
  }

  /** The runs that begin there, each hashed on from the shorter one; the shortest come first. */
  private static void runs(String padded, int at, int[] found) {
    int hash = add(SEED, padded, at, at + SHORTEST - 1);
    int next = 1 + at;
    int longest = Math.min(LONGEST, padded.length() - at);
    for (int length = SHORTEST; length <= longest; length++) {
      hash = add(hash, padded.charAt(at + length - 1));
      found[next] = bucket(hash);
      next += padded.length() - length + 1;
    }
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
      result = add(result, text.charAt(i));
    }
    return result;
  }

  private static int add(int hash, char letter) {
    return (hash ^ letter) * PRIME;
  }

  private static int bucket(int hash) {
    return CUES + bucket(hash, BUCKETS);
  }

  private static int bucket(int hash, int buckets) {
    return (hash ^ hash >>> 15) & buckets - 1;
  }

  /** Letters for digits ("k1ll", "3star"), but not in "10th" or "3am"; "soooo" is "so". */
  private static String plain(String word) {
    int digits = 0;
    while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
      digits++;
    }
    int from = digits == 1 && word.length() - digits >= LETTERS ? 0 : digits;
    String read = isMixed(word, from) ? unleeted(word) : word;
    return Spelling.hasRun(read) ? unstretched(read) : read;
  }

  private static boolean isMixed(String word, int from) {
    for (int i = from; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String unleeted(String word) {
    List<String> read = Spelling.unleeted(word);
    return read.isEmpty() ? word : read.getFirst();
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
}
