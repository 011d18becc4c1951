package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * What sending a message came to. Codes are the provider's own, or ours in lower case; they are
 * safe to log.
 */
public sealed interface SendOutcome {
  /** The provider has it, under these ids. */
  record Accepted(List<String> providerIds) implements SendOutcome {
    public Accepted {
      providerIds = List.copyOf(providerIds);
    }

    @Override
    public String toString() {
      return "Accepted(" + providerIds.size() + ")";
    }
  }

  /** Not taken; may be sent again after this time. Zero: the sender's own back-off decides. */
  record Retry(Duration after, String code) implements SendOutcome {
    public Retry {
      requireNonNull(after);
      requireNonNull(code);
    }
  }

  /** Will never be taken. The message may quote a number, so it is not printed. */
  record Failed(String code, String message) implements SendOutcome {
    public Failed {
      requireNonNull(code);
      requireNonNull(message);
    }

    @Override
    public String toString() {
      return "Failed(" + code + ")";
    }
  }

  /** The person does not want messages from this line. */
  record OptedOut(String code) implements SendOutcome {
    public OptedOut {
      requireNonNull(code);
    }
  }

  /** Free text is not allowed until the person writes again. */
  record WindowClosed(String code) implements SendOutcome {
    public WindowClosed {
      requireNonNull(code);
    }
  }

  /** Nobody can tell whether it was taken. */
  record Unknown() implements SendOutcome {}

  /** Whether sending again cannot produce a second message for the person. */
  default boolean mayResend(Capabilities capabilities) {
    return switch (this) {
      case Retry _ -> true;
      case Unknown _ -> !(capabilities.idempotentSend() instanceof SendIdempotency.None);
      case Accepted _, Failed _, OptedOut _, WindowClosed _ -> false;
    };
  }
}
