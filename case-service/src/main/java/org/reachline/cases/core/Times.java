package org.reachline.cases.core;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the store keeps them, so that what is published twice is equal. */
public final class Times {
  private Times() {}

  /** To the millisecond. */
  public static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
