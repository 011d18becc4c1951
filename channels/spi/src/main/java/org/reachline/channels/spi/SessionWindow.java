package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** When free text may be sent. */
public sealed interface SessionWindow {
  /** Always. */
  record Open() implements SessionWindow {}

  /** For this long after the person wrote. */
  record After(Duration userMessage) implements SessionWindow {
    public After {
      requireNonNull(userMessage);
    }
  }
}
