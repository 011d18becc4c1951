package org.reachline.triage.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reachline.triage.Category;
import org.reachline.triage.Severity;

/** What a development set must be to be worth something; says what is missing. */
final class SetCheck {
  private static final int LEAST_LINES = 1_500;
  private static final int LEAST_PER_CELL = 15;
  private static final int LEAST_PER_SEVERITY = 150;
  private static final double NOT_ENGLISH = 0.40;
  private static final double TRAPS = 1 / 3.0;
  private static final double TUNING_LEAST = 0.5;
  private static final double TUNING_MOST = 0.90;

  private final List<Labelled> tuning;
  private final List<Labelled> regression;
  private final List<Labelled> all;
  private final List<String> wrong = new ArrayList<>();

  private SetCheck(List<Labelled> tuning, List<Labelled> regression) {
    this.tuning = tuning;
    this.regression = regression;
    this.all = Stream.concat(tuning.stream(), regression.stream()).toList();
  }

  /** What is wrong with the split alone, whatever the sizes. */
  static List<String> split(List<Labelled> tuning, List<Labelled> regression) {
    var check = new SetCheck(tuning, regression);
    check.ids();
    check.groups("author", Labelled::author);
    check.groups("theme", Labelled::theme);
    check.wrong.addAll(Overlap.between(tuning, regression));
    return check.wrong;
  }

  /** What is wrong with sizes and shares. */
  static List<String> sizes(List<Labelled> tuning, List<Labelled> regression) {
    var check = new SetCheck(tuning, regression);
    check.least(LEAST_LINES, check.all.size(), "lines");
    check.shares();
    check.cells();
    check.severities();
    return check.wrong;
  }

  private void ids() {
    Set<String> seen = new HashSet<>();
    all.stream()
        .filter(line -> !seen.add(line.id()) || line.isOrdinary())
        .forEach(line -> wrong.add(line.id() + " has no label or the id of another line"));
  }

  private void groups(String kind, Function<Labelled, String> group) {
    Set<String> both = tuning.stream().map(group).collect(Collectors.toCollection(HashSet::new));
    both.retainAll(regression.stream().map(group).collect(Collectors.toSet()));
    both.stream().sorted().forEach(name -> wrong.add(kind + " " + name + " is in both parts"));
  }

  private void shares() {
    share(NOT_ENGLISH, 1, all, line -> !line.lang().equals("en"), "Spanish or mixed");
    share(
        TRAPS, 1, all, line -> !line.severity().atLeast(Severity.ELEVATED), "traps (none or low)");
    share(TUNING_LEAST, TUNING_MOST, all, tuning::contains, "in tuning");
  }

  private void share(
      double least,
      double most,
      List<Labelled> lines,
      Function<Labelled, Boolean> test,
      String of) {
    double share = (double) lines.stream().filter(test::apply).count() / lines.size();
    if (!(share >= least && share <= most)) {
      wrong.add(
          String.format(Locale.ROOT, "%.3f %s, expected %.2f to %.2f", share, of, least, most));
    }
  }

  private void cells() {
    for (Category category : Category.values()) {
      for (Severity severity : Severity.values()) {
        long lines =
            all.stream().filter(l -> l.category() == category && l.severity() == severity).count();
        if (isUsed(category, severity)) {
          least(LEAST_PER_CELL, lines, Answers.lower(category) + " " + Answers.lower(severity));
        }
      }
    }
  }

  /** The rubric leaves three cells empty. */
  private static boolean isUsed(Category category, Severity severity) {
    if (category == Category.NONE || severity == Severity.NONE) {
      return category == Category.NONE && severity == Severity.NONE;
    }
    boolean housing = category == Category.HOUSING_LOSS;
    boolean outer = severity == Severity.LOW || severity == Severity.IMMINENT;
    return !(housing && outer) && !(category == Category.MEDICAL && severity == Severity.ELEVATED);
  }

  private void severities() {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    all.forEach(line -> counts.merge(line.severity(), 1L, Long::sum));
    for (Severity severity : List.of(Severity.ELEVATED, Severity.HIGH, Severity.IMMINENT)) {
      least(LEAST_PER_SEVERITY, counts.getOrDefault(severity, 0L), Answers.lower(severity));
    }
  }

  private void least(long needed, long found, String of) {
    if (found < needed) {
      wrong.add(found + " " + of + ", expected at least " + needed);
    }
  }
}
