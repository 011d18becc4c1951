package org.reachline.triage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The learned layer: a logistic regression over {@link Grams}, trained on the labelled lines this
 * project wrote. It may only raise. Alone it asks for a person's review; for a page a sign that a
 * rule names must stand beside it.
 *
 * @param review probability from which a person should read the message
 * @param page probability from which it pages beside a sign
 * @param crisis tells crises from other messages
 * @param categories tells the crises of one category from those of the others
 */
record Learned(double review, double page, Weights crisis, Map<Category, Weights> categories) {
  /** The cue that stands for its evidence. */
  static final String CUE = "learned.words";

  /** A rule set without a learned layer. */
  static final Learned UNTRAINED = new Learned(2, 2, Weights.NONE, Map.of());

  private static final int SHOWN = 3;

  Learned {
    categories = Map.copyOf(categories);
  }

  /**
   * What it takes a message for.
   *
   * @param categories the likeliest first
   * @param words those that weigh most, in order of appearance
   */
  record Suspicion(double probability, List<Category> categories, List<Grams.Word> words) {
    Category category() {
      return categories.getFirst();
    }
  }

  /**
   * One trained regression.
   *
   * @param steps one weight per bucket, in steps of {@code scale}; never changed
   */
  @SuppressWarnings("ArrayRecordComponent") // large, private to this package and never compared
  record Weights(double bias, double scale, byte[] steps) {
    static final Weights NONE = new Weights(0, 0, new byte[Grams.BUCKETS]);

    /** Each feature weighs the same, and all of them together as much in any message. */
    double score(int[] buckets) {
      return bias + mean(buckets);
    }

    double mean(int[] buckets) {
      long sum = 0;
      for (int bucket : buckets) {
        sum += steps[bucket];
      }
      return sum * scale / Math.sqrt(Math.max(1, buckets.length));
    }
  }

  boolean isTrained() {
    return !categories.isEmpty();
  }

  boolean asksForReview(Suspicion suspicion) {
    return suspicion.probability() >= review;
  }

  boolean mayPage(Suspicion suspicion) {
    return suspicion.probability() >= page;
  }

  Suspicion suspicion(String message) {
    Grams grams = Grams.of(message);
    int[] buckets = grams.buckets();
    double probability = 1 / (1 + Math.exp(-crisis.score(buckets)));
    List<Category> likeliest = likeliest(buckets);
    return new Suspicion(probability, likeliest, telling(grams, likeliest.getFirst()));
  }

  private List<Category> likeliest(int[] buckets) {
    return categories.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<Category, Weights> e) -> -e.getValue().score(buckets))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The words that weigh most for it, in order of appearance. */
  private List<Grams.Word> telling(Grams grams, Category category) {
    List<Grams.Word> words = grams.words();
    double[] weights = words.stream().mapToDouble(w -> weight(w, category)).toArray();
    int[] heaviest =
        IntStream.range(0, weights.length)
            .filter(i -> weights[i] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -weights[i]))
            .limit(SHOWN)
            .mapToInt(Integer::intValue)
            .toArray();
    return Arrays.stream(heaviest).sorted().mapToObj(words::get).toList();
  }

  private double weight(Grams.Word word, Category category) {
    int[] own = word.buckets();
    return crisis.mean(own) + categories.getOrDefault(category, Weights.NONE).mean(own);
  }
}
