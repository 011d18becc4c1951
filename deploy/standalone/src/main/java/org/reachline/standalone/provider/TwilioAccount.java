package org.reachline.standalone.provider;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** An account at the stand-in: who may send, with which numbers. */
public record TwilioAccount(String sid, String authToken, List<TwilioNumber> numbers) {
  public TwilioAccount {
    if (sid.isBlank() || authToken.isBlank()) {
      throw new IllegalArgumentException("an account needs a sid and an auth token");
    }
    requireNonNull(authToken);
    numbers = List.copyOf(numbers);
  }

  @Override
  public String toString() {
    return "TwilioAccount[" + sid + "]";
  }
}
