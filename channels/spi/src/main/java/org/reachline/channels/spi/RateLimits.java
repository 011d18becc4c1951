package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** How fast may be sent, as far as the provider says so. */
public record RateLimits(Stated<Rate> perSender, Stated<Rate> perRecipient) {
  public RateLimits {
    requireNonNull(perSender);
    requireNonNull(perRecipient);
  }

  /** So many messages in this time. */
  public record Rate(int messages, Duration per) {
    public Rate {
      requireNonNull(per);
      if (messages < 1 || per.isNegative() || per.isZero()) {
        throw new IllegalArgumentException("a rate is positive");
      }
    }
  }
}
