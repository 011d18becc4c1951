package org.reachline.triage;

import static org.reachline.triage.Malformed.expect;
import static org.reachline.triage.Malformed.oneOf;

import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reachline.triage.Learned.Bar;
import org.reachline.triage.Learned.Weights;

/** The learned layer of a rule set while it is read. */
final class LearnedBook {
  private static final Set<String> ACTS = Set.of("support", "review", "page");
  private static final String FORM = "learned support|review|page CRISIS SERIOUS";

  private final Map<String, Bar> bars = new HashMap<>();
  private Weights crisis = Weights.NONE;
  private Weights serious = Weights.NONE;
  private Weights urgent = Weights.NONE;
  private final Map<Category, Weights> categories = new EnumMap<>(Category.class);

  /** A line {@code learned support|review|page CRISIS SERIOUS}: the probabilities it acts from. */
  void bar(RuleLine line) {
    List<String> words = line.words();
    expect(words.size() == 4 && ACTS.contains(words.get(1)), FORM);
    var bar = new Bar(probability(words.get(2)), probability(words.get(3)));
    expect(bars.putIfAbsent(words.get(1), bar) == null, "one line learned " + words.get(1));
  }

  /** A line {@code weights crisis|serious|urgent|CATEGORY BIAS SCALE BASE64}. */
  void weights(RuleLine line) {
    List<String> words = line.words();
    expect(words.size() == 5, "weights CRISIS|SERIOUS|URGENT|CATEGORY BIAS SCALE BASE64");
    var read = new Weights(number(words.get(2)), number(words.get(3)), steps(words.get(4)));
    switch (words.get(1)) {
      case "crisis" -> crisis = read;
      case "serious" -> serious = read;
      case "urgent" -> urgent = read;
      default -> categories.put(oneOf(Category.class, words.get(1)), read);
    }
  }

  Learned learned() {
    boolean weighed = crisis != Weights.NONE && serious != Weights.NONE && urgent != Weights.NONE;
    return bars.keySet().equals(ACTS) && weighed && !categories.isEmpty()
        ? new Learned(
            bar("support"), bar("review"), bar("page"), crisis, serious, urgent, categories)
        : Learned.UNTRAINED;
  }

  private Bar bar(String act) {
    return bars.getOrDefault(act, Bar.NEVER);
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
