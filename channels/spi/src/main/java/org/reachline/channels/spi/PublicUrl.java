package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/**
 * The URL exactly as configured at the provider: credentials, port, query and escapes untouched.
 * Never rebuild it through {@code URI}, which decodes {@code %2B}. May hold a token, so it prints
 * its length only.
 */
public record PublicUrl(String exact) {
  public PublicUrl {
    requireNonNull(exact);
  }

  @Override
  public String toString() {
    return Redacted.sized("PublicUrl", exact);
  }
}
