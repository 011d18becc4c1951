package org.reachline.standalone.provider;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One signed request to a webhook: when it was asked and what came of it. */
public record Attempt(String messageSid, String url, Result result, Instant asked, Instant ended) {
  public Attempt {
    requireNonNull(messageSid);
    requireNonNull(url);
    requireNonNull(result);
    requireNonNull(asked);
    requireNonNull(ended);
  }

  /** What came back. */
  public sealed interface Result {
    /** Any status; {@code body} is what the webhook wrote, TwiML or nothing. */
    record Answered(int status, String body) implements Result {
      public Answered {
        requireNonNull(body);
      }

      @Override
      public String toString() {
        return "Answered[" + status + "]";
      }
    }

    /** Nobody listens there. */
    record NotConnected() implements Result {}

    /** The connection was made, the answer never came or was cut short. */
    record NoAnswer() implements Result {}
  }

  /** The webhook took it: a 2xx. */
  public boolean taken() {
    return result instanceof Result.Answered(int status, var _) && status / 100 == 2;
  }
}
