package org.reachline.cases;

import org.reachline.cases.core.Risk;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.triage.Assessment;
import org.reachline.triage.Context;
import org.reachline.triage.Rules;
import org.reachline.triage.Triage;

/** Reads one message for danger. Whatever fails gives "not assessed", never "none". */
public final class Detector {
  /** The library behind it, replaceable so that its failure can be tried. */
  public interface Library {
    Assessment assess(String text, Context context);
  }

  private final Library library;
  private final CaseMetrics metrics;

  public Detector(Library library, CaseMetrics metrics) {
    this.library = library;
    this.metrics = metrics;
  }

  /** The rules shipped with the library. */
  public static Library shipped() {
    Rules rules = Rules.core();
    return (text, context) -> Triage.assess(text, context, rules);
  }

  /** What the message says, read after the earlier ones. */
  Risk read(String kind, InboundContent content, Context context) {
    if (content.text().reveal().isBlank()) {
      return counted(Risk.unassessed("UNREADABLE", ""));
    }
    try {
      return counted(Risk.of(library.assess(content.text().reveal(), context)), kind);
    } catch (RuntimeException failure) { // its message may quote the client
      return counted(Risk.unassessed("DETECTOR_ERROR", ""));
    }
  }

  private Risk counted(Risk risk, String kind) {
    boolean partly = "unsupported".equals(kind) && !risk.severity().pages();
    return counted(partly ? Risk.unassessed("UNREADABLE", risk.rulesVersion()) : risk);
  }

  private Risk counted(Risk risk) {
    metrics.assessed(risk.severity());
    return risk;
  }
}
