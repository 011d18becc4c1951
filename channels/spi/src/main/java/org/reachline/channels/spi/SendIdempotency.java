package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/** Whether a provider recognises a message that is sent twice. */
public sealed interface SendIdempotency {
  /** It does not: a lost reply must not be answered by sending again. */
  record None() implements SendIdempotency {}

  /** By a key in this header. */
  record RetryKey(String header) implements SendIdempotency {
    public RetryKey {
      requireNonNull(header);
    }
  }

  /** By our own id in the message. */
  record OwnId() implements SendIdempotency {}
}
