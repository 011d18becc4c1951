package org.reachline.triage;

import java.util.BitSet;
import java.util.List;

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

  private final Grams grams;
  private final int[] words;
  private final int[] cues;

  private Features(Grams grams, int[] cues) {
    this.grams = grams;
    this.words = grams.buckets();
    this.cues = cues;
  }

  /** Reads a text of any length. */
  public static Features of(String text, Rules rules) {
    return Reading.of(text, rules).features(0, text.length());
  }

  static Features of(List<Written.Word> written, List<Marked> marked) {
    var free = new BitSet(); // numbers of cues: a long text names the same few again and again
    var heldBack = new BitSet();
    var found = new IntSet();
    for (Marked m : marked) {
      boolean held = !m.marks().isEmpty();
      BitSet seen = held ? heldBack : free;
      if (!seen.get(m.hit().cue())) {
        seen.set(m.hit().cue());
        found.add(Grams.cue(held ? m.cue().id() + '~' : m.cue().id()));
      }
    }
    return new Features(Grams.of(written), found.toArray());
  }

  /** Where a feature lies when there are only so many: a power of two for words. */
  public static int at(int feature, int size) {
    return feature < Grams.CUES ? feature : Grams.CUES + (feature & size - Grams.CUES - 1);
  }

  /** In no order, each once, all below {@link #SIZE}. */
  public int[] words() {
    return words.clone();
  }

  /** In no order, each once, below those of words. */
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

  double score(Learned.Weights weights) {
    return weights.bias() + wordValue() * weights.sum(words) + cueValue() * weights.sum(cues);
  }

  double probability(Learned.Weights weights) {
    return 1 / (1 + Math.exp(-score(weights)));
  }

  Grams grams() {
    return grams;
  }
}
