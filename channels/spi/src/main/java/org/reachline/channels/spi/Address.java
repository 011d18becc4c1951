package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/** Where somebody can be reached on a channel, digit-exact. Prints its kind and length only. */
public record Address(String exact, Kind kind) {
  public Address {
    requireNonNull(exact);
    requireNonNull(kind);
  }

  /** What the text of an address is. */
  public enum Kind {
    /** E.164 with its plus sign. */
    PHONE,
    /** A short number of one country. */
    SHORTCODE,
    /** A sender name that cannot be answered. */
    ALPHA,
    /** Any other id. */
    OPAQUE
  }

  @Override
  public String toString() {
    return Redacted.sized(kind.name(), exact);
  }
}
