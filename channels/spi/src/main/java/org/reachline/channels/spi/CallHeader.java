package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/** A header of a call; a credential is marked as such. */
public sealed interface CallHeader {
  String name();

  /** The value for the wire. */
  String reveal();

  /** Nothing secret. */
  record Plain(String name, String value) implements CallHeader {
    public Plain {
      requireNonNull(name);
      requireNonNull(value);
    }

    @Override
    public String reveal() {
      return value;
    }

    @Override
    public String toString() {
      return Redacted.sized(name, value);
    }
  }

  /** A credential: kept out of logs, traces and redirects to other hosts. */
  record Hidden(String name, Secret value) implements CallHeader {
    public Hidden {
      requireNonNull(name);
      requireNonNull(value);
    }

    @Override
    public String reveal() {
      return value.reveal();
    }
  }
}
