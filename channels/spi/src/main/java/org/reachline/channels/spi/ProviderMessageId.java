package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/** The provider's id of a message, digit-exact. Some providers build it from a phone number. */
public record ProviderMessageId(String exact) {
  public ProviderMessageId {
    requireNonNull(exact);
  }

  @Override
  public String toString() {
    return Redacted.sized("ProviderMessageId", exact);
  }
}
