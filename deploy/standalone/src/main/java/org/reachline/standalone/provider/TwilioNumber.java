package org.reachline.standalone.provider;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A number of an account and where its incoming texts are posted.
 *
 * @param webhook exactly as signed: no part of it is normalised
 * @param fallbacks asked in turn when the webhook fails
 */
public record TwilioNumber(String number, String webhook, List<String> fallbacks) {
  public TwilioNumber {
    requireNonNull(number);
    requireNonNull(webhook);
    fallbacks = List.copyOf(fallbacks);
  }

  public TwilioNumber(String number, String webhook) {
    this(number, webhook, List.of());
  }

  @Override
  public String toString() {
    return "TwilioNumber[" + webhook + "]";
  }
}
