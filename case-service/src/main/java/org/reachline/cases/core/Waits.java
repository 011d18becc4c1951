package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.reachline.contracts.Severity;

/**
 * Who waits for whom, counted as the log grows.
 *
 * @param lastInbound seq of the client's newest message, 0 for none
 * @param lastReply seq of a person's newest answer, 0 for none
 * @param level the most urgent reading among what is not answered
 * @param unassessed whether something unanswered was not assessed
 * @param since when the waiting began
 */
public record Waits(
    long lastInbound, long lastReply, Severity level, boolean unassessed, Instant since) {
  public Waits {
    requireNonNull(level, "level");
    requireNonNull(since, "since");
  }

  /** Whether the client waits for a person. */
  public boolean forUs() {
    return lastInbound > lastReply;
  }

  Waits wrote(long seq, Severity severity, Instant at) {
    boolean first = !forUs();
    Severity worst = first || Risk.urgency(severity) < Risk.urgency(level) ? severity : level;
    boolean unread = severity == Severity.UNASSESSED || (!first && unassessed);
    return new Waits(seq, lastReply, worst, unread, first ? at : since);
  }

  Waits answered(long seq, Instant at) {
    return new Waits(lastInbound, seq, Severity.NONE, false, at);
  }

  Waits raisedTo(Severity severity) {
    boolean worse = Risk.urgency(severity) < Risk.urgency(level);
    boolean unread = unassessed || severity == Severity.UNASSESSED;
    return new Waits(lastInbound, lastReply, worse ? severity : level, unread, since);
  }
}
