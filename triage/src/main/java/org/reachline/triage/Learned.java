package org.reachline.triage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The learned layer: logistic regressions over {@link Features}, trained on the labelled lines this
 * project wrote. Two must agree that a message is a crisis: one was shown harmless messages of the
 * same world, the other what people text and say every day. It only raises. Alone it asks for a
 * person's review; for a page a sign that a rule names must stand beside it; and a rule that also
 * fires on harmless words says {@link Severity#LOW} until the layer supports it.
 *
 * @param support from where it supports such a rule
 * @param review from where a person should read the message
 * @param page from where it pages beside a sign, by {@code urgent} in place of {@code crisis}
 * @param crisis tells crises from harmless messages of the same world
 * @param serious tells crises from everyday talk
 * @param urgent tells crises that page from all other messages
 * @param categories tells the crises of one category from those of the others
 */
record Learned(
    Bar support,
    Bar review,
    Bar page,
    Weights crisis,
    Weights serious,
    Weights urgent,
    Map<Category, Weights> categories) {
  /** The cue that stands for its evidence. */
  static final String CUE = "learned.words";

  /** A rule set without a learned layer. */
  static final Learned UNTRAINED =
      new Learned(
          Bar.NEVER, Bar.NEVER, Bar.NEVER, Weights.NONE, Weights.NONE, Weights.NONE, Map.of());

  private static final int SHOWN = 3;

  Learned {
    categories = Map.copyOf(categories);
  }

  /** All regressions, in order of their places. */
  List<Weights> all() {
    return Stream.concat(Stream.of(crisis, serious, urgent), categories.values().stream())
        .sorted(Comparator.comparingInt(Weights::place))
        .toList();
  }

  /**
   * The probabilities a message must reach, of both regressions.
   *
   * @param crisis by the one shown harmless messages of the same world
   * @param serious by the one shown everyday talk
   */
  record Bar(double crisis, double serious) {
    static final Bar NEVER = new Bar(2, 2);

    /** Whether all that reaches this reaches the other as well. */
    boolean covers(Bar other) {
      return other.crisis <= crisis && other.serious <= serious;
    }
  }

  /**
   * One trained regression.
   *
   * @param place its own among all of them, see {@link Wording}
   * @param steps one weight per feature, or per several, in steps of {@code scale}; never changed
   */
  @SuppressWarnings("ArrayRecordComponent") // large, private to this package and never compared
  record Weights(int place, double bias, double scale, byte[] steps) {
    static final Weights NONE = new Weights(0, 0, 0, new byte[Features.SMALL]);

    /** In steps; nobody's text has features enough for a sum out of bounds. */
    int sum(int[] features) {
      int sum = 0;
      for (int feature : features) {
        sum += at(feature);
      }
      return sum;
    }

    int at(int feature) {
      return steps[Features.at(feature, steps.length)];
    }
  }

  boolean isTrained() {
    return !categories.isEmpty();
  }

  /** The likeliest first. */
  List<Category> likeliest(ToDoubleFunction<Weights> score) {
    var scores = new EnumMap<Category, Double>(Category.class);
    categories.forEach((category, weights) -> scores.put(category, score.applyAsDouble(weights)));
    return scores.entrySet().stream()
        .sorted(Map.Entry.<Category, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The words that weigh most for it, in order of appearance. */
  List<Written.Word> telling(List<Written.Word> words, Category category) {
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

  private double weight(Written.Word word, Category category) {
    int[] own = Grams.own(word.folded());
    return Features.each(own.length) * (scaled(crisis, own) + scaled(of(category), own));
  }

  private static double scaled(Weights weights, int[] own) {
    return weights.scale() * weights.sum(own);
  }

  private Weights of(Category category) {
    return categories.getOrDefault(category, Weights.NONE);
  }
}
