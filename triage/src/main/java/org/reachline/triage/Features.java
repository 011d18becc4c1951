package org.reachline.triage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the learned layer sees of a text: its {@link Grams}, and the cues that the rules name in it,
 * apart by whether something holds them back. Words say how people write, cues what it means: what
 * is learned of a cue holds for every phrase and both languages of it.
 */
public final class Features {
  /** Number of features; those of cues come before those of words. */
  public static final int SIZE = Grams.CUES + Grams.BUCKETS;

  /** Number of features if words share what {@link #SIZE} keeps apart. */
  public static final int SMALL = Grams.CUES + (1 << 15);

  /** Of all cues of a message against all its words; chosen on authors held out of training. */
  private static final double CUES_TO_WORDS = 0.4;

  private final int[] words;
  private final int[] cues;

  private Features(int[] words, int[] cues) {
    this.words = words;
    this.cues = cues;
  }

  /** Reads a text of any length. */
  public static Features of(String text, Rules rules) {
    return Reading.of(text, rules).features();
  }

  static Features of(List<Written.Word> written, int[] cues) {
    int[] hashes = written.stream().mapToInt(word -> Grams.hash(word.folded())).toArray();
    var buckets = IntStream.builder();
    Grams.read(
        hashes.length,
        at -> hashes[at],
        at -> Arrays.stream(Grams.own(written.get(at).folded())).forEach(buckets),
        buckets);
    return new Features(buckets.build().toArray(), cues);
  }

  /** Where a feature lies when there are only so many: a power of two for words. */
  public static int at(int feature, int size) {
    return feature < Grams.CUES ? feature : Grams.CUES + (feature & size - Grams.CUES - 1);
  }

  /** In no order, all below {@link #SIZE}; one that comes twice counts twice. */
  public int[] words() {
    return words.clone();
  }

  /** In no order, below those of words; one that comes twice counts twice. */
  public int[] cues() {
    return cues.clone();
  }

  /** The value of each feature of words: together as much in a short message as in a long one. */
  public double wordValue() {
    return each(words.length);
  }

  /** The value of each feature of cues. */
  public double cueValue() {
    return CUES_TO_WORDS * each(cues.length);
  }

  static double each(int count) {
    return 1 / Math.sqrt(Math.max(1, count));
  }

  /** Of so many words that weigh so much, and these cues. */
  static double score(Learned.Weights weights, long sum, int count, int[] cues) {
    double of = each(count) * sum + CUES_TO_WORDS * each(cues.length) * weights.sum(cues);
    return weights.bias() + weights.scale() * of;
  }
}
