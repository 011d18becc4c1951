package org.reachline.triage;

import static org.reachline.triage.Malformed.expect;
import static org.reachline.triage.Malformed.oneOf;

import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.reachline.triage.Learned.Weights;

/** The learned layer of a rule set while it is read. */
final class LearnedBook {
  private double support;
  private double review;
  private double page;
  private Weights crisis = Weights.NONE;
  private Weights urgent = Weights.NONE;
  private final Map<Category, Weights> categories = new EnumMap<>(Category.class);

  /** A line {@code learned SUPPORT REVIEW PAGE}: the probabilities from which it acts. */
  void thresholds(RuleLine line) {
    expect(line.words().size() == 4, "learned SUPPORT REVIEW PAGE");
    support = probability(line.words().get(1));
    review = probability(line.words().get(2));
    page = probability(line.words().get(3));
  }

  /** A line {@code weights crisis|urgent|CATEGORY BIAS SCALE BASE64}. */
  void weights(RuleLine line) {
    List<String> words = line.words();
    expect(words.size() == 5, "weights CRISIS|URGENT|CATEGORY BIAS SCALE BASE64");
    var read = new Weights(number(words.get(2)), number(words.get(3)), steps(words.get(4)));
    switch (words.get(1)) {
      case "crisis" -> crisis = read;
      case "urgent" -> urgent = read;
      default -> categories.put(oneOf(Category.class, words.get(1)), read);
    }
  }

  Learned learned() {
    boolean trained =
        review > 0 && crisis != Weights.NONE && urgent != Weights.NONE && !categories.isEmpty();
    return trained
        ? new Learned(support, review, page, crisis, urgent, categories)
        : Learned.UNTRAINED;
  }

  private static double probability(String word) {
    double probability = number(word);
    expect(probability > 0 && probability <= 1, "a probability above 0 and at most 1, got " + word);
    return probability;
  }

  private static double number(String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException _) {
      throw new Malformed("a number, got " + word);
    }
  }

  private static byte[] steps(String base64) {
    byte[] steps = decoded(base64);
    int words = steps.length - Grams.CUES;
    expect(
        words > 0 && words <= Grams.BUCKETS && Integer.bitCount(words) == 1,
        Features.SIZE + " weights or " + Features.SMALL + ", got " + steps.length);
    return steps;
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      throw new Malformed("weights in base 64");
    }
  }
}
