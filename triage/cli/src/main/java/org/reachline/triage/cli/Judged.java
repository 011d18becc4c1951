package org.reachline.triage.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.reachline.triage.Assessment;
import org.reachline.triage.Assessment.Assessed;
import org.reachline.triage.Category;
import org.reachline.triage.Context;
import org.reachline.triage.Context.Earlier;
import org.reachline.triage.Rules;
import org.reachline.triage.Severity;
import org.reachline.triage.Triage;

/**
 * A labelled line and what the rules say of it; of a thread, of its last message in its context. An
 * unassessed one counts as found nowhere.
 */
record Judged(Labelled gold, Severity severity, Category category, boolean assessed) {
  private static final Instant START = Instant.EPOCH;

  static List<Judged> all(List<Labelled> lines, Rules rules) {
    return lines.stream().map(line -> of(line, rules)).toList();
  }

  private static Judged of(Labelled line, Rules rules) {
    var earlier = new ArrayList<Earlier>();
    var judged = new Judged(line, Severity.NONE, Category.NONE, true);
    for (Labelled.Message message : line.messages()) {
      Instant at = START.plus(message.after());
      Context context = Context.at(at).withWeather(line.weather()).withEarlier(earlier);
      Assessment assessment = Triage.assess(message.text(), context, rules);
      judged = judged.then(assessment);
      earlier.add(new Earlier("m" + earlier.size(), at, message.text(), said(assessment)));
    }
    return judged;
  }

  /** Its own level, not the carried one: decay must not restart. */
  private static Severity said(Assessment assessment) {
    return assessment instanceof Assessed a ? a.severity() : Severity.NONE;
  }

  /** The category that an earlier message brought in stays until another one is found. */
  private Judged then(Assessment assessment) {
    return assessment instanceof Assessed a
        ? new Judged(gold, a.effective(), kept(a), assessed)
        : new Judged(gold, Severity.NONE, Category.NONE, false);
  }

  private Category kept(Assessed a) {
    if (a.effective() == Severity.NONE) {
      return Category.NONE;
    }
    return a.category() == Category.NONE ? category : a.category();
  }

  boolean is(Severity severity) {
    return gold.severity() == severity;
  }

  boolean found(Severity least) {
    return severity.atLeast(least);
  }
}
