package org.reachline.notifier.oncall.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.EscalationEvent.Method;

/**
 * Somebody said they take it. All of them are kept; at most one holds.
 *
 * @param proven false for a bare word or after guesses: then contact is due sooner
 * @param cause what it arrived as, so that the same arrival twice is one
 * @param holds whether it is theirs now
 */
public record Ack(
    StaffId by, Method method, boolean proven, Instant at, String cause, boolean holds) {
  public Ack {
    requireNonNull(by, "by");
    requireNonNull(method, "method");
    requireNonNull(at, "at");
    requireNonNull(cause, "cause");
  }

  Ack released() {
    return new Ack(by, method, proven, at, cause, false);
  }
}
