package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/**
 * Why a provider did not deliver.
 *
 * @param code the provider's own code: safe to log
 * @param message the provider's words, which may quote a number: not printed
 * @param retryable the same message may be sent again later
 * @param permanent this address will never work
 */
public record ProviderError(String code, String message, boolean retryable, boolean permanent) {
  public ProviderError {
    requireNonNull(code);
    requireNonNull(message);
  }

  @Override
  public String toString() {
    return "ProviderError(" + code + ")";
  }
}
