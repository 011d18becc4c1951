package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/** What became of a call. */
public sealed interface HttpReply {
  /** The provider answered. */
  record Answered(int status, Headers headers, Body body) implements HttpReply {
    public Answered {
      requireNonNull(headers);
      requireNonNull(body);
    }
  }

  /**
   * No byte left, so sending again is safe.
   *
   * @param cause a stable code such as {@code connect-refused}
   */
  record NeverSent(String cause) implements HttpReply {
    public NeverSent {
      requireNonNull(cause);
    }
  }

  /** Time ran out after bytes had left: the provider may have taken the message. */
  record Lost() implements HttpReply {}
}
