package org.reachline.cases.core.examples;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.reachline.cases.core.Risk;
import org.reachline.contracts.Category;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.CrisisEvent;

/**
 * What the detector said of a message when it came.
 *
 * @param cues what it found, in order, each once
 * @param reason why it did not assess it; empty if it did
 */
public record Said(
    Severity severity, Category category, List<String> cues, String rulesVersion, String reason) {
  public Said {
    requireNonNull(severity, "severity");
    requireNonNull(category, "category");
    cues = List.copyOf(cues);
    requireNonNull(rulesVersion, "rulesVersion");
    requireNonNull(reason, "reason");
  }

  public static Said of(Risk risk) {
    return new Said(
        risk.severity(),
        risk.category(),
        risk.why().evidence().stream().map(CrisisEvent.Evidence::cue).distinct().toList(),
        risk.why().rulesVersion(),
        risk.reason());
  }

  /** Whether staff were alarmed, by a page or in the queue. */
  public boolean flagged() {
    return flagged(severity);
  }

  /** Whether a level alarms staff; what was not assessed is shown to them too. */
  public static boolean flagged(Severity severity) {
    return severity.compareTo(Severity.ELEVATED) >= 0;
  }
}
