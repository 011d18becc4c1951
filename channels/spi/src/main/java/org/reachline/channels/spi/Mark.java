package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/** A reaction, given or taken back. */
public sealed interface Mark {
  /** Given. */
  record Added(String emoji) implements Mark {
    public Added {
      requireNonNull(emoji);
    }

    @Override
    public String toString() {
      return Redacted.sized("Added", emoji);
    }
  }

  /** Taken back. */
  record Removed() implements Mark {}
}
