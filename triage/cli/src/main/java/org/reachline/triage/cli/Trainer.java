package org.reachline.triage.cli;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.reachline.triage.Category;
import org.reachline.triage.Grams;
import org.reachline.triage.Severity;

/**
 * Trains the learned layer from labelled lines and ordinary messages. The probabilities from which
 * it acts are chosen on authors it has not seen: each author's lines are judged by a layer trained
 * without that author.
 */
final class Trainer {
  private static final double REVIEW_NONE = 0.025;
  private static final double REVIEW_ORDINARY = 0.0015;
  private static final double PAGE_NONE = 0.015;
  private static final double PAGE_ORDINARY = 0.001;
  private static final int FOLDS = 8;

  private final List<Text> texts = new ArrayList<>();

  /** What is known of one training text. */
  private record Text(
      int[] buckets, Category category, Severity severity, boolean labelled, int fold) {
    boolean crisis() {
      return severity.atLeast(Severity.ELEVATED);
    }

    Regression.Sample sample(boolean positive) {
      return new Regression.Sample(buckets, positive);
    }
  }

  /** What a layer trained without them gives harmless lines and ordinary messages. */
  private record Unseen(double[] none, double[] ordinary) {
    /** The least probability that so few of either reach. */
    double threshold(double noneAtMost, double ordinaryAtMost) {
      return Math.max(reached(none, noneAtMost), reached(ordinary, ordinaryAtMost));
    }

    private static double reached(double[] sorted, double share) {
      int allowed = (int) (share * sorted.length);
      double least = sorted[sorted.length - 1 - allowed];
      return Math.ceil(least * 1000 + 1e-9) / 1000;
    }
  }

  Trainer(List<Labelled> labelled, List<Labelled> ordinary) {
    var authors = new TreeMap<>(labelled.stream().collect(groupingBy(Labelled::author)));
    int fold = 0;
    for (List<Labelled> lines : authors.values()) {
      int own = fold++ % FOLDS;
      lines.forEach(line -> texts.add(text(line, own)));
    }
    for (int i = 0; i < ordinary.size(); i++) {
      texts.add(text(ordinary.get(i), i % FOLDS));
    }
  }

  private static Text text(Labelled line, int fold) {
    int[] buckets = Grams.of(line.text()).buckets();
    return new Text(buckets, line.category(), line.severity(), !line.isOrdinary(), fold);
  }

  /** The whole rule file. */
  String file(String version) {
    Unseen unseen = unseen();
    var file = new StringBuilder();
    file.append("# Weights of the learned layer, written by the command train; not for editing.\n");
    file.append("version ").append(version).append('\n');
    file.append("cue learned.words LEARNED\n");
    file.append("  en: worded like labelled crises; a person should read it\n");
    file.append("  es: redactado como crisis etiquetadas; una persona debe leerlo\n");
    file.append(
        String.format(
            Locale.ROOT,
            "learned %.3f %.3f%n",
            unseen.threshold(REVIEW_NONE, REVIEW_ORDINARY),
            unseen.threshold(PAGE_NONE, PAGE_ORDINARY)));
    file.append(crisis(texts.stream()).line("crisis"));
    for (Category category : Category.values()) {
      if (category != Category.NONE) {
        file.append(named(category).line(Answers.lower(category)));
      }
    }
    return file.toString();
  }

  private static Regression crisis(Stream<Text> texts) {
    return Regression.of(texts.map(t -> t.sample(t.crisis())).toList());
  }

  /** Tells the crises of one category from those of the others. */
  private Regression named(Category category) {
    return Regression.of(
        texts.stream().filter(Text::crisis).map(t -> t.sample(t.category() == category)).toList());
  }

  private Unseen unseen() {
    var none = new ArrayList<Double>();
    var ordinary = new ArrayList<Double>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      Regression without = crisis(texts.stream().filter(t -> t.fold() != left));
      texts.stream()
          .filter(t -> t.fold() == left && t.severity() == Severity.NONE)
          .forEach(t -> (t.labelled() ? none : ordinary).add(without.probability(t.buckets())));
    }
    return new Unseen(sorted(none), sorted(ordinary));
  }

  private static double[] sorted(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
