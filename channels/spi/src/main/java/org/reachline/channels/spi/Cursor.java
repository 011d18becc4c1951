package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/** How far a poller has read. Stored by the gateway after the publish. */
public sealed interface Cursor {
  /** Nothing read yet. */
  record Start() implements Cursor {}

  /** Everything before this was read. */
  record At(String exact) implements Cursor {
    public At {
      requireNonNull(exact);
    }

    @Override
    public String toString() {
      return Redacted.sized("At", exact);
    }
  }
}
