package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.reachline.contracts.Category;
import org.reachline.contracts.Severity;
import org.reachline.triage.Assessment;
import org.reachline.triage.WeatherAlert;

/**
 * What triage said of a message, as it is kept with it.
 *
 * @param also what else it may be about, most urgent first
 * @param guarded whether nothing sent by machine may tell on the writer
 * @param reason why it was not assessed, a code; empty if it was
 * @param weather the agency's alert it was read under
 */
public record Risk(
    Severity severity,
    Category category,
    List<Finding> also,
    Why why,
    boolean guarded,
    String reason,
    WeatherAlert weather) {
  public Risk {
    requireNonNull(severity, "severity");
    requireNonNull(category, "category");
    also = List.copyOf(also);
    requireNonNull(why, "why");
    requireNonNull(reason, "reason");
    requireNonNull(weather, "weather");
  }

  /** One kind of danger and how urgent it is. */
  public record Finding(Category category, Severity severity) {
    public Finding {
      requireNonNull(category, "category");
      requireNonNull(severity, "severity");
    }
  }

  /** An assessment in our words. A failure is never "none". */
  public static Risk of(Assessment assessment) {
    return switch (assessment) {
      case Assessment.Assessed a ->
          new Risk(
              Severity.valueOf(a.severity().name()),
              Category.valueOf(a.category().name()),
              a.findings().stream().skip(1).map(Risk::finding).toList(),
              Why.of(a),
              a.neutralReply(),
              "",
              WeatherAlert.NONE);
      case Assessment.Unassessed u -> unassessed(u.reason().name(), u.rulesVersion());
    };
  }

  private static Finding finding(org.reachline.triage.Finding found) {
    return new Finding(
        Category.valueOf(found.category().name()), Severity.valueOf(found.severity().name()));
  }

  /** Not assessed: a person must read it. */
  public static Risk unassessed(String reason, String rulesVersion) {
    return new Risk(
        Severity.UNASSESSED,
        Category.NONE,
        List.of(),
        Why.nothing(rulesVersion),
        false,
        reason,
        WeatherAlert.NONE);
  }

  /** The same, read under this weather. */
  public Risk under(WeatherAlert alert) {
    return new Risk(severity, category, also, why, guarded, reason, alert);
  }

  /** The same, found at other places of the text. */
  public Risk at(IntUnaryOperator place) {
    return new Risk(severity, category, also, why.at(place), guarded, reason, weather);
  }

  /** Where it stands in the order of who is looked at first, 0 the most urgent. */
  public static int urgency(Severity severity) {
    return switch (severity) {
      case IMMINENT -> 0;
      case HIGH, UNASSESSED -> 1;
      case ELEVATED -> 2;
      case LOW -> 3;
      case NONE -> 4;
    };
  }

  /** The level triage reckons with when the message is context of a later one. */
  public static org.reachline.triage.Severity asContext(Severity severity) {
    return severity == Severity.UNASSESSED
        ? org.reachline.triage.Severity.NONE
        : org.reachline.triage.Severity.valueOf(severity.name());
  }
}
