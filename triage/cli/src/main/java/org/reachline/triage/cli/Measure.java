package org.reachline.triage.cli;

import java.util.function.Predicate;
import org.reachline.triage.Severity;

/** What is counted; the letters are those of the acceptance targets. */
enum Measure {
  C(
      "imminent paged (at least high)",
      j -> j.is(Severity.IMMINENT),
      j -> j.found(Severity.HIGH),
      false),
  D(
      "imminent found none or low (silent miss)",
      j -> j.is(Severity.IMMINENT),
      j -> !j.found(Severity.ELEVATED),
      true),
  A(
      "any crisis flagged (at least elevated)",
      j -> j.gold().severity().atLeast(Severity.ELEVATED),
      j -> j.found(Severity.ELEVATED),
      false),
  E("none flagged", j -> j.is(Severity.NONE), j -> j.found(Severity.ELEVATED), true),
  F("none paged", j -> j.is(Severity.NONE), j -> j.found(Severity.HIGH), true),
  K(
      "category right among flagged",
      j ->
          j.gold().severity().atLeast(Severity.ELEVATED)
              && j.gold().namesCategory()
              && j.found(Severity.ELEVATED),
      j -> j.gold().accepts(j.category()),
      false),
  H("high paged", j -> j.is(Severity.HIGH), j -> j.found(Severity.HIGH), false),
  L("low flagged", j -> j.is(Severity.LOW), j -> j.found(Severity.ELEVATED), true);

  private final String meaning;
  private final Predicate<Judged> counts;
  private final Predicate<Judged> hits;
  private final boolean hitIsBad;

  Measure(String meaning, Predicate<Judged> counts, Predicate<Judged> hits, boolean hitIsBad) {
    this.meaning = meaning;
    this.counts = counts;
    this.hits = hits;
    this.hitIsBad = hitIsBad;
  }

  String meaning() {
    return meaning;
  }

  Share of(Iterable<Judged> lines) {
    int hit = 0;
    int all = 0;
    for (Judged line : lines) {
      if (!line.gold().isOrdinary() && counts.test(line)) {
        all++;
        hit += hits.test(line) ? 1 : 0;
      }
    }
    return new Share(hit, all);
  }

  /** Whether this line is one to look at. */
  boolean isMissed(Judged line) {
    return !line.gold().isOrdinary() && counts.test(line) && hits.test(line) == hitIsBad;
  }
}
