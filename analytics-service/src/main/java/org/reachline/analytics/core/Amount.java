package org.reachline.analytics.core;

import java.time.Duration;
import java.time.Instant;

/**
 * What one fact adds to one cell: one, and for a measure of time how long it took.
 *
 * @param timed whether it is a time
 * @param millis how long, 0 to 30 days
 * @param skewed whether the clocks said it ended before it began, which counts as no time at all
 */
public record Amount(boolean timed, long millis, boolean skewed) {
  static final Duration LONGEST = Duration.ofDays(30);

  public Amount {
    if (millis < 0 || millis > LONGEST.toMillis()) {
      throw new IllegalArgumentException("an amount of time out of bounds");
    }
  }

  /** One more. */
  static Amount one() {
    return new Amount(false, 0, false);
  }

  /** One more, and how long it took. */
  static Amount between(Instant from, Instant to) {
    long millis = Duration.between(from, to).toMillis();
    return new Amount(true, Math.clamp(millis, 0, LONGEST.toMillis()), millis < 0);
  }
}
