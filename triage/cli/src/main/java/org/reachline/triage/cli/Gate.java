package org.reachline.triage.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares a score with the floors on record and names the lines that count against it, by id. */
final class Gate {
  private final Floors floors;
  private final List<String> failures = new ArrayList<>();

  private Gate(Floors floors) {
    this.floors = floors;
  }

  /** What fails on the labelled regression part; empty when all floors hold. */
  static List<String> regression(Score score, Floors floors) {
    var gate = new Gate(floors);
    gate.least("imminent_paged", score, Measure.C);
    gate.most("imminent_missed_at_most", score, Measure.D);
    gate.least("crisis_flagged", score, Measure.A);
    gate.most("none_flagged_at_most", score, Measure.E);
    gate.most("none_paged_at_most", score, Measure.F);
    gate.least("category_right", score, Measure.K);
    gate.gap("es", score);
    gate.gap("mix", score);
    return gate.failures;
  }

  /** What fails on ordinary messages that people sent. */
  static List<String> ordinary(Score score, Floors floors) {
    return alarms(score, floors, "alarms_per_1000_at_most");
  }

  /** What fails on ordinary messages written to sound like crises. */
  static List<String> traps(Score score, Floors floors) {
    return alarms(score, floors, "alarms_per_1000_traps_at_most");
  }

  private static List<String> alarms(Score score, Floors floors, String floor) {
    var gate = new Gate(floors);
    double limit = floors.of(floor);
    if (1000 * score.alarms().value() > limit) {
      gate.fail(
          score.alarms().perThousand() + " alarms per 1,000 ordinary messages, at most " + limit,
          score.ordinaryAlarms());
    }
    return gate.failures;
  }

  private void least(String floor, Score score, Measure measure) {
    Share share = score.share("all", measure);
    if (share.value() < floors.of(floor)) {
      fail(say(measure, share) + ", at least " + floors.of(floor), score.missed(measure));
    }
  }

  private void most(String floor, Score score, Measure measure) {
    Share share = score.share("all", measure);
    if (share.value() > floors.of(floor)) {
      fail(say(measure, share) + ", at most " + floors.of(floor), score.missed(measure));
    }
  }

  private void gap(String lang, Score score) {
    if (score.gap(lang) > floors.of("gap_at_most")) {
      String gap = String.format(Locale.ROOT, "gap of A: en-%s %.3f", lang, score.gap(lang));
      fail(gap + ", at most " + floors.of("gap_at_most"), List.of());
    }
  }

  private static String say(Measure measure, Share share) {
    return measure.name() + " " + measure.meaning() + " " + share.describe();
  }

  private void fail(String what, List<String> ids) {
    failures.add(what + (ids.isEmpty() ? "" : "\n  " + String.join("\n  ", ids)));
  }
}
