package org.reachline.notifier.oncall.core;

import java.time.Duration;

/** The fixed times of the protocol. What an agency may choose stands in its policy. */
public final class Timing {
  /** How long one node may work on an escalation before another takes over. */
  public static final Duration LEASE = Duration.ofSeconds(10);

  /** A send that says nothing for so long is unknown. */
  public static final Duration SENDING_DEADLINE = Duration.ofSeconds(15);

  /** A fence older than this starts no call. */
  public static final Duration FENCE_VALID = Duration.ofSeconds(2);

  static final Duration FIRST_RETRY = Duration.ofMillis(500);
  static final Duration LONGEST_RETRY = Duration.ofSeconds(5);
  static final int TRIES = 3;
  static final int UNKNOWN_TRIES = 2;
  static final Duration ASK_AFTER = Duration.ofSeconds(5);
  static final Duration RECONCILE = ASK_AFTER.multipliedBy(2);
  static final Duration RECEIPT_LIMIT = Duration.ofSeconds(60);
  static final Duration QUICKEST_STEP = Duration.ofSeconds(5);
  static final Duration QUICKEST_LOOP = Duration.ofSeconds(60);
  static final Duration UNPROVEN_LIMIT = Duration.ofMinutes(5);
  static final Duration CHECK_IN = Duration.ofHours(4);
  static final Duration CHECK_IN_GAP = Duration.ofSeconds(1);
  static final Duration NEWS_GAP = Duration.ofMinutes(5);
  static final Duration RELAY_SOON = Duration.ofSeconds(2);
  static final Duration RELAY_AGAIN = Duration.ofSeconds(5);
  static final int ATTEMPTS_KEPT = 200;

  private Timing() {}
}
