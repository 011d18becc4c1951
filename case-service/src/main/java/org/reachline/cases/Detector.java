package org.reachline.cases;

import org.reachline.cases.core.Risk;
import org.reachline.cases.reading.Library;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.triage.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one message for danger, a very long one at both {@link Ends}. Whatever fails gives "not
 * assessed", never "none": an Error as well, which would stop the lane for everybody.
 */
public final class Detector {
  private static final Logger log = LoggerFactory.getLogger(Detector.class);
  private final Library library;

  public Detector(Library library) {
    this.library = library;
  }

  /** What the message says, read after the earlier ones. */
  Risk read(AgencyId agency, String kind, InboundContent content, Context context) {
    if (content.text().reveal().isBlank()) {
      return Risk.unassessed("UNREADABLE", "");
    }
    try {
      Ends ends = Ends.of(content.text().reveal());
      Risk found = Risk.of(library.assess(agency, ends.text(), context));
      return asRead(ends.inWhole(found).under(library.weather(agency)), kind);
    } catch (RuntimeException | Error failure) { // its message may quote the client
      log.error("reading-failed kind={}", failure.getClass().getName());
      return Risk.unassessed("DETECTOR_ERROR", "");
    }
  }

  private static Risk asRead(Risk risk, String kind) {
    boolean partly = "unsupported".equals(kind) && !risk.severity().pages();
    return partly ? Risk.unassessed("UNREADABLE", risk.why().rulesVersion()) : risk;
  }
}
