package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;

/**
 * What the learned layer sees of the words of a text: runs of three to five letters of each word,
 * the words, and which words stand side by side; each hashed to one of {@link #BUCKETS}. The order
 * of sentences, capitals, accents and stretched letters play no part.
 */
final class Grams {
  /** Number of buckets for the names of cues; they come first. */
  static final int CUES = 1 << 14;

  /** Number of buckets for words, after those. */
  static final int BUCKETS = 1 << 19;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;
  private static final int SEED = 0x811c9dc5;
  private static final int PRIME = 0x01000193;
  private static final int STRETCHED = 3;

  /** Words read at the start and at the end of a text that is longer than both. */
  private static final int MARGIN = 150;

  private final List<Word> words = new ArrayList<>();
  private final IntSet buckets = new IntSet();

  /**
   * A folded word, where it stands in the text, and its own buckets.
   *
   * @param buckets in no order, a bucket may come twice; never changed
   */
  @SuppressWarnings("ArrayRecordComponent") // inside this package only and never compared
  record Word(String folded, int start, int end, int[] buckets) {}

  private Grams(List<Written.Word> written) {
    int left = written.size() <= 2 * MARGIN ? written.size() : MARGIN;
    written.subList(0, left).forEach(this::keep);
    written.subList(Math.max(left, written.size() - MARGIN), written.size()).forEach(this::keep);
    for (int i = 0; i < words.size(); i++) {
      for (int bucket : words.get(i).buckets()) {
        buckets.add(bucket);
      }
      beside(i, 1, '_');
      beside(i, 2, '*');
    }
  }

  /** Reads any number of words. */
  static Grams of(List<Written.Word> written) {
    return new Grams(written);
  }

  private void keep(Written.Word written) {
    String word = plain(written.folded());
    words.add(new Word(word, written.start(), written.end(), own(word)));
  }

  /** The buckets of the whole text, each once. */
  int[] buckets() {
    return buckets.toArray();
  }

  List<Word> words() {
    return words;
  }

  /** The bucket of a cue's name. */
  static int cue(String name) {
    return bucket(add(SEED, name), CUES);
  }

  private void beside(int first, int distance, char how) {
    if (first + distance < words.size()) {
      int hash = add(add(SEED, words.get(first).folded()), how);
      buckets.add(bucket(add(hash, words.get(first + distance).folded())));
    }
  }

  private static int[] own(String word) {
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

  /** Letters for digits ("k1ll"), but not in "10th" or "3am"; "soooo" is "so". */
  private static String plain(String word) {
    int letter = 0;
    while (letter < word.length() && Character.isDigit(word.charAt(letter))) {
      letter++;
    }
    String read = isMixed(word, letter) ? unleeted(word) : word;
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
