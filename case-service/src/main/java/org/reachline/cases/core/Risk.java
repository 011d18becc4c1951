package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.reachline.contracts.Category;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.triage.Assessment;
import org.reachline.triage.WeatherAlert;

/**
 * What triage said of a message, as it is kept with it.
 *
 * @param evidence places in the text and cue codes, never words
 * @param earlier how many earlier messages took part
 * @param guarded whether nothing sent by machine may tell on the writer
 * @param reason why it was not assessed, a code; empty if it was
 * @param weather the agency's alert it was read under
 */
public record Risk(
    Severity severity,
    Category category,
    List<CrisisEvent.Evidence> evidence,
    String rulesVersion,
    int earlier,
    boolean guarded,
    String reason,
    WeatherAlert weather) {
  public Risk {
    requireNonNull(severity, "severity");
    requireNonNull(category, "category");
    evidence = List.copyOf(evidence);
    requireNonNull(rulesVersion, "rulesVersion");
    requireNonNull(reason, "reason");
    requireNonNull(weather, "weather");
  }

  /** An assessment in our words. A failure is never "none". */
  public static Risk of(Assessment assessment) {
    return switch (assessment) {
      case Assessment.Assessed a ->
          new Risk(
              Severity.valueOf(a.severity().name()),
              Category.valueOf(a.category().name()),
              a.evidence().stream()
                  .map(e -> new CrisisEvent.Evidence(e.start(), e.end(), e.cue()))
                  .toList(),
              a.rulesVersion(),
              a.earlierUsed().size(),
              a.neutralReply(),
              "",
              WeatherAlert.NONE);
      case Assessment.Unassessed u -> unassessed(u.reason().name(), u.rulesVersion());
    };
  }

  /** Not assessed: a person must read it. */
  public static Risk unassessed(String reason, String rulesVersion) {
    return new Risk(
        Severity.UNASSESSED,
        Category.NONE,
        List.of(),
        rulesVersion,
        0,
        false,
        reason,
        WeatherAlert.NONE);
  }

  /** The same, read under this weather. */
  public Risk under(WeatherAlert alert) {
    return new Risk(severity, category, evidence, rulesVersion, earlier, guarded, reason, alert);
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
