package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** How long a provider keeps trying after we failed to take a request. */
public sealed interface RetryHorizon {
  /** One attempt. */
  record Never() implements RetryHorizon {}

  /** So long in all. */
  record For(Duration total) implements RetryHorizon {
    public For {
      requireNonNull(total);
    }
  }

  /** Until we take it. */
  record Forever() implements RetryHorizon {}

  /** The provider does not say. */
  record NotStated() implements RetryHorizon {}
}
