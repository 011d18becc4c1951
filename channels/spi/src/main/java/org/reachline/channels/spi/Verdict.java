package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/** Whether a request is authentic. */
public sealed interface Verdict {
  /**
   * Authentic.
   *
   * @param keyId the name of the setting that verified it, never its value
   */
  record Ok(String keyId) implements Verdict {
    public Ok {
      requireNonNull(keyId);
    }
  }

  /**
   * Not authentic: answered with this status and kept in quarantine.
   *
   * @param httpStatus 401 or 403
   */
  record Rejected(Reason reason, int httpStatus) implements Verdict {
    public Rejected {
      requireNonNull(reason);
      if (httpStatus < 400 || httpStatus > 499) {
        throw new IllegalArgumentException("a rejection is a 4xx");
      }
    }
  }

  /** Why a request was rejected. */
  enum Reason {
    /** No signature, token or credentials. */
    MISSING,
    /** They do not match. */
    BAD,
    /** Signed too long ago. */
    STALE,
    /** Signed in the future. */
    FUTURE,
    /** Signed with an algorithm that is not the configured one. */
    ALGORITHM
  }
}
