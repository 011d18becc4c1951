package org.reachline.cases;

import org.reachline.cases.core.Risk;
import org.reachline.cases.reading.Library;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.triage.Context;

/** Reads one message for danger. Whatever fails gives "not assessed", never "none". */
public final class Detector {
  private final Library library;
  private final CaseMetrics metrics;

  public Detector(Library library, CaseMetrics metrics) {
    this.library = library;
    this.metrics = metrics;
  }

  /** What the message says, read after the earlier ones. */
  Risk read(AgencyId agency, String kind, InboundContent content, Context context) {
    if (content.text().reveal().isBlank()) {
      return counted(Risk.unassessed("UNREADABLE", ""));
    }
    try {
      Risk risk = Risk.of(library.assess(agency, content.text().reveal(), context));
      return counted(risk.under(library.weather(agency)), kind);
    } catch (RuntimeException | StackOverflowError | LinkageError failure) { // may quote the client
      return counted(Risk.unassessed("DETECTOR_ERROR", ""));
    }
  }

  private Risk counted(Risk risk, String kind) {
    boolean partly = "unsupported".equals(kind) && !risk.severity().pages();
    return counted(partly ? Risk.unassessed("UNREADABLE", risk.rulesVersion()) : risk);
  }

  private Risk counted(Risk risk) {
    metrics.assessed(risk);
    return risk;
  }
}
