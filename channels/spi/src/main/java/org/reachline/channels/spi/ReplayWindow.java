package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** How far the signed time of a request may be from ours. */
public sealed interface ReplayWindow {
  /** No time is signed. */
  record None() implements ReplayWindow {}

  /** At most this far, in either direction. */
  record Within(Duration eachSide) implements ReplayWindow {
    public Within {
      requireNonNull(eachSide);
    }
  }

  /** A value is signed that is used once. */
  record Nonce() implements ReplayWindow {}
}
