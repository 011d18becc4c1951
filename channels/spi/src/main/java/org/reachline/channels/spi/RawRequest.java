package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/**
 * One call of a provider, exactly as it arrived.
 *
 * @param url what the provider called, whatever host or port the gateway itself listens on
 * @param body already capped at {@link Capabilities#maxBody}
 */
public record RawRequest(String method, PublicUrl url, Headers headers, Body body) {
  public RawRequest {
    requireNonNull(method);
    requireNonNull(url);
    requireNonNull(headers);
    requireNonNull(body);
  }
}
