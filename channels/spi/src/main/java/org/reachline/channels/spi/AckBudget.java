package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** How long a provider waits for our answer. */
public sealed interface AckBudget {
  /** At most so long. */
  record Within(Duration limit) implements AckBudget {
    public Within {
      requireNonNull(limit);
    }
  }

  /** The provider does not say. */
  record NotStated() implements AckBudget {}
}
