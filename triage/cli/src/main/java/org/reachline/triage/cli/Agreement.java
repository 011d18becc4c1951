package org.reachline.triage.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.reachline.triage.Category;
import org.reachline.triage.Severity;

/**
 * How far two independent labelling passes agree: raw, Cohen's kappa for the category, kappa with
 * quadratic weights for the severity. Categories are compared where both passes named one.
 */
record Agreement(int lines, double rawCategory, double rawSeverity, double kappa, double weighted) {

  /** The labels of one line by both passes. */
  record Pair(String lang, Labelled first, Labelled second) {}

  static Agreement of(List<Pair> pairs) {
    List<Pair> named =
        pairs.stream()
            .filter(p -> p.first().namesCategory() && p.second().namesCategory())
            .toList();
    int[][] categories = table(named, Category.values().length, l -> l.category().ordinal());
    int[][] severities = table(pairs, Severity.values().length, l -> l.severity().ordinal());
    return new Agreement(
        pairs.size(),
        raw(categories),
        raw(severities),
        kappa(categories, false),
        kappa(severities, true));
  }

  private static int[][] table(List<Pair> pairs, int size, ToIntFunction<Labelled> label) {
    int[][] table = new int[size][size];
    for (Pair pair : pairs) {
      table[label.applyAsInt(pair.first())][label.applyAsInt(pair.second())]++;
    }
    return table;
  }

  private static double raw(int[][] table) {
    double same = 0;
    double all = 0;
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table.length; j++) {
        all += table[i][j];
        same += i == j ? table[i][j] : 0;
      }
    }
    return same / all;
  }

  /** One minus the disagreement seen over the disagreement expected by chance. */
  private static double kappa(int[][] table, boolean quadratic) {
    int n = table.length;
    double[] rows = new double[n];
    double[] columns = new double[n];
    double all = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rows[i] += table[i][j];
        columns[j] += table[i][j];
        all += table[i][j];
      }
    }
    double seen = 0;
    double expected = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double weight = quadratic ? (double) (i - j) * (i - j) : i == j ? 0 : 1;
        seen += weight * table[i][j] / all;
        expected += weight * rows[i] * columns[j] / (all * all);
      }
    }
    return expected == 0 ? 1 : 1 - seen / expected;
  }

  String describe() {
    return String.format(
        Locale.ROOT,
        "%d lines; category raw %.3f kappa %.3f; severity raw %.3f weighted kappa %.3f",
        lines,
        rawCategory,
        kappa,
        rawSeverity,
        weighted);
  }
}
