package org.reachline.notifier.oncall.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Which node works on an escalation. Saves work twice done; safety comes from compare-and-set.
 *
 * @param token only grows; a stale one starts nothing
 */
public record Lease(String owner, long token, Instant until) {
  public Lease {
    requireNonNull(owner, "owner");
    requireNonNull(until, "until");
  }

  static Lease free(Instant now) {
    return new Lease("", 0, now);
  }

  boolean isFree(Instant now) {
    return !until.isAfter(now);
  }

  boolean isHeld(long by, Instant now) {
    return token == by && until.isAfter(now);
  }

  Lease taken(String by, Instant now) {
    return new Lease(by, token + 1, now.plus(Timing.LEASE));
  }

  Lease released(Instant now) {
    return new Lease("", token, now);
  }
}
