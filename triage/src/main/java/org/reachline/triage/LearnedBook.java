package org.reachline.triage;

import static org.reachline.triage.Malformed.expect;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
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
  private final Set<String> regressions = new HashSet<>();
  private final Map<Category, Weights> categories = new EnumMap<>(Category.class);

  /**
   * A line {@code learned support|review|page CRISIS SERIOUS}: the probabilities it acts from; what
   * is sure enough to ask for a review by itself must also bear out a rule. At 1 it never acts.
   */
  void bar(RuleLine line) {
    List<String> words = line.words();
    expect(words.size() == 4 && ACTS.contains(words.get(1)), FORM);
    var bar = new Bar(probability(words.get(2)), probability(words.get(3)));
    expect(bars.putIfAbsent(words.get(1), bar) == null, "one line learned " + words.get(1));
    boolean both = bars.containsKey("support") && bars.containsKey("review");
    expect(
        !both || bar("review").covers(bar("support")),
        "support not above review: what asks for a review supports a rule");
  }

  /**
   * A line {@code weights crisis|serious|urgent|CATEGORY BIAS SCALE PACKED}, see {@link
   * PackedWeights}.
   */
  void weights(RuleLine line) {
    List<String> words = line.words();
    expect(words.size() == 5, "weights crisis|serious|urgent|CATEGORY BIAS SCALE PACKED");
    expect(regressions.add(words.get(1)), "one line of weights for " + words.get(1));
    switch (words.get(1)) {
      case "crisis" -> crisis = read(words);
      case "serious" -> serious = read(words);
      case "urgent" -> urgent = read(words);
      default -> categories.put(Named.category(words.get(1)), read(words));
    }
  }

  private Weights read(List<String> words) {
    int place = regressions.size() - 1;
    return new Weights(place, number(words.get(2)), number(words.get(3)), steps(words.get(4)));
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
      double number = Double.parseDouble(word);
      expect(Double.isFinite(number), "a number, got " + word);
      return number;
    } catch (NumberFormatException _) {
      throw new Malformed("a number, got " + word);
    }
  }

  private static byte[] steps(String packed) {
    byte[] steps = PackedWeights.unpack(packed, Features.SIZE);
    expect(
        steps.length == Features.SIZE || steps.length == Features.SMALL,
        Features.SIZE + " weights or " + Features.SMALL + ", got " + steps.length);
    return steps;
  }
}
