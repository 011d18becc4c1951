package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A call for the host to make: its client brings pooling, time limits, redaction and the guard
 * against private addresses. Prints the method, the host and sizes, never a path, a value or a
 * secret.
 *
 * @param headers in order; a name may repeat
 */
public record HttpCall(String method, CallUrl url, List<CallHeader> headers, Body body) {
  public HttpCall {
    requireNonNull(method);
    requireNonNull(url);
    headers = List.copyOf(headers);
    requireNonNull(body);
  }

  @Override
  public String toString() {
    return "HttpCall[%s %s, %d headers, %s]".formatted(method, url, headers.size(), body);
  }
}
