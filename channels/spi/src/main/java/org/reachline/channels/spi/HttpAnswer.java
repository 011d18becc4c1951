package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/** What the provider gets back once everything is safe. */
public sealed interface HttpAnswer {
  /** 200 without a body: the default. */
  record Empty() implements HttpAnswer {}

  /** A fixed answer: a handshake's echo, {@code <Response/>}, {@code {}}. Prints no body. */
  record Fixed(int status, String contentType, String body) implements HttpAnswer {
    public Fixed {
      requireNonNull(contentType);
      requireNonNull(body);
      if (status < 200 || status > 499) {
        throw new IllegalArgumentException("an adapter never answers " + status);
      }
    }

    @Override
    public String toString() {
      return "Fixed(%d, %s, %d)".formatted(status, contentType, body.length());
    }
  }
}
