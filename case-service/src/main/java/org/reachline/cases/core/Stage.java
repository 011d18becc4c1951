package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Who has to act: we, the client, or nobody. */
public sealed interface Stage {
  /** We owe something. */
  record Open() implements Stage {}

  /** The client is to answer. */
  record Waiting() implements Stage {}

  /** Over, unless the client writes again soon. */
  record Closed(Instant at) implements Stage {
    public Closed {
      requireNonNull(at, "at");
    }
  }
}
