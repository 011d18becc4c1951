package org.reachline.triage.cli;

import java.time.Instant;
import java.util.List;
import org.reachline.triage.Assessment;
import org.reachline.triage.Assessment.Assessed;
import org.reachline.triage.Category;
import org.reachline.triage.Context;
import org.reachline.triage.Rules;
import org.reachline.triage.Severity;
import org.reachline.triage.Triage;

/** A labelled line and what the rules say of it; an unassessed one counts as found nowhere. */
record Judged(Labelled gold, Severity severity, Category category, boolean assessed) {
  private static final Context ALONE = Context.at(Instant.EPOCH);

  static List<Judged> all(List<Labelled> lines, Rules rules) {
    return lines.stream().map(line -> of(line, rules)).toList();
  }

  private static Judged of(Labelled line, Rules rules) {
    Assessment assessment = Triage.assess(line.text(), ALONE, rules);
    return assessment instanceof Assessed a
        ? new Judged(line, a.severity(), a.category(), true)
        : new Judged(line, Severity.NONE, Category.NONE, false);
  }

  boolean is(Severity severity) {
    return gold.severity() == severity;
  }

  boolean found(Severity least) {
    return severity.atLeast(least);
  }
}
