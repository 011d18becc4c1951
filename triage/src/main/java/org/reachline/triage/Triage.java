package org.reachline.triage;

import java.time.Duration;
import java.util.List;
import org.reachline.triage.Assessment.Assessed;
import org.reachline.triage.Assessment.Reason;
import org.reachline.triage.Assessment.Unassessed;
import org.reachline.triage.Context.Earlier;

/**
 * Text in, explained assessment out. Start reading here.
 *
 * <p>Pure: the same message, context and rules give the same result on every thread and in every
 * locale. The software brings a person to a person sooner; it never decides that someone is safe.
 */
public final class Triage {
  private static final Duration STEP = Duration.ofDays(1);
  private static final Duration REPEATED_WITHIN = Duration.ofDays(1);
  private static final int REPEATED = 3;

  private Triage() {}

  /** Assesses one message. Never throws: any failure becomes {@link Unassessed}. */
  public static Assessment assess(String message, Context context, Rules rules) {
    try {
      return read(message, context, rules);
    } catch (RuntimeException | StackOverflowError _) { // its text could quote the message
      return new Unassessed(Reason.DETECTOR_ERROR, rules.version());
    }
  }

  /** Which frames and risk cues this message alone sets off; for those who write rules. */
  public static List<FiredRule> fired(String message, Rules rules) {
    return Reading.of(message, rules).fired().stream().map(Fired::named).distinct().toList();
  }

  private static Assessed read(String message, Context context, Rules rules) {
    var verdict = new Verdict();
    Reading reading = Reading.of(message, rules);
    verdict.add(reading);
    Joined joined = Joined.of(message, context);
    Reading together = readAcross(joined, reading, rules, verdict);
    if (rules.learned().isTrained()) {
      suspect(joined.isNews() ? together : reading, joined, verdict);
    }
    weather(verdict, context);
    history(verdict, context);
    return verdict.in(context, carried(context), rules.version());
  }

  /** A cue split over two messages, or a frame whose parts came one by one. */
  private static Reading readAcross(Joined joined, Reading alone, Rules rules, Verdict verdict) {
    if (joined.isEmpty()) {
      return alone;
    }
    Reading together = Reading.across(joined.text(), joined.joint(), rules);
    verdict.addAcross(together, joined);
    return together;
  }

  /**
   * Worded like labelled crises: alone that asks for a review; it pages only beside a sign that a
   * rule names and nothing held back. It never lowers; of findings of one level it says which the
   * message speaks of most.
   */
  private static void suspect(Reading reading, Joined joined, Verdict verdict) {
    Suspicion suspicion = reading.suspicion();
    if (verdict.top().atLeast(Severity.HIGH)) {
      verdict.settle(suspicion);
      return;
    }
    List<Hit> signs = reading.signs();
    if (!signs.isEmpty() && suspicion.mayPage()) {
      verdict.suspect(reading, Severity.HIGH, joined);
      verdict.show(reading, signs, Severity.HIGH, joined);
    } else if (!verdict.top().atLeast(Severity.ELEVATED) && suspicion.asksForReview()) {
      verdict.suspect(reading, Severity.ELEVATED, joined);
    } else {
      verdict.settle(suspicion);
    }
  }

  /** No roof for the coming night is worse while the agency's weather alert is on. */
  private static void weather(Verdict verdict, Context context) {
    boolean noRoof = verdict.level(Category.EXPOSURE) == Severity.ELEVATED;
    if (noRoof && context.weather() != WeatherAlert.NONE) {
      verdict.raise(Category.EXPOSURE, Severity.HIGH, Modifier.WEATHER, List.of());
    }
  }

  /** An elevated message soon after a high one, or the third of a day, becomes high. */
  private static void history(Verdict verdict, Context context) {
    var findings = verdict.findings();
    if (findings.isEmpty() || findings.getFirst().severity() != Severity.ELEVATED) {
      return;
    }
    Category category = findings.getFirst().category();
    List<Earlier> high = within(Context.MEMORY, Severity.HIGH, context);
    List<Earlier> today = within(REPEATED_WITHIN, Severity.ELEVATED, context);
    if (!high.isEmpty()) {
      verdict.raise(category, Severity.HIGH, Modifier.AFTER_HIGH, high);
    } else if (today.size() >= REPEATED - 1) {
      verdict.raise(category, Severity.HIGH, Modifier.REPEATED, today);
    }
  }

  private static List<Earlier> within(Duration time, Severity level, Context context) {
    return context.earlier().stream()
        .filter(e -> age(e, context).compareTo(time) <= 0)
        .filter(e -> e.severity().atLeast(level))
        .toList();
  }

  /** Earlier risk fades one step a day; it does not vanish at the next kind word. */
  private static Severity carried(Context context) {
    return context.earlier().stream()
        .map(e -> e.severity().lowered(age(e, context).dividedBy(STEP)))
        .reduce(Severity.NONE, Severity::max);
  }

  private static Duration age(Earlier earlier, Context context) {
    Duration age = Duration.between(earlier.at(), context.now());
    return age.isNegative() ? Duration.ZERO : age;
  }
}
