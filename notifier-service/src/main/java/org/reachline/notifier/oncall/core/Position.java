package org.reachline.notifier.oncall.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Where in its policy an escalation stands.
 *
 * @param step from 0
 * @param loop how often the policy has begun again
 * @param startedAt when the step began, or its pages were planned
 * @param planned whether its pages are planned
 * @param everyone whether all are paged at once, by hand
 */
public record Position(int step, int loop, Instant startedAt, boolean planned, boolean everyone) {
  public Position {
    requireNonNull(startedAt, "startedAt");
  }

  static Position begin(int step, int loop, Instant now) {
    return new Position(step, loop, now, false, false);
  }

  /** Its time runs from the moment its pages were planned, however long nobody came to that. */
  Position asPlanned(Instant now) {
    return new Position(step, loop, now, true, everyone);
  }

  Position forEveryone(Instant now) {
    return new Position(step, loop, now, false, true);
  }

  Position again(Instant now) {
    return begin(step, loop, now);
  }
}
