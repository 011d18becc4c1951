package org.reachline.notifier.oncall;

import java.time.Instant;
import java.util.Optional;
import org.reachline.notifier.oncall.core.Escalation;

/** What every store of escalations keeps to, whichever server it runs on. */
public final class EscalationRules {
  private EscalationRules() {}

  /**
   * When it may be claimed.
   *
   * @throws IllegalStateException for a live escalation with nothing due: nobody would ever look at
   *     it again
   */
  public static Optional<Instant> claimable(Escalation e) {
    Optional<Instant> due = e.claimableAt();
    if (e.live() && due.isEmpty()) {
      throw new IllegalStateException("a live escalation must be due some time: " + e.id());
    }
    return due;
  }
}
