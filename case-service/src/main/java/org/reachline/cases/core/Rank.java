package org.reachline.cases.core;

import java.time.Instant;
import java.util.Comparator;
import org.reachline.contracts.Severity;

/** Where a case stands in the queue: group, then level, then who waits longest. */
public final class Rank {
  private Rank() {}

  /** The groups of the queue, in order. */
  public enum Group {
    CRISIS_OPEN,
    CRISIS_TAKEN,
    NEEDS_REPLY,
    WAITING
  }

  /** Which group a case belongs to. */
  public static Group group(CaseFile file) {
    if (file.episodes().anyMatch(c -> c.duty().status() == Duty.Status.OPEN)) {
      return Group.CRISIS_OPEN;
    }
    if (file.inCrisis()) {
      return Group.CRISIS_TAKEN;
    }
    return file.work().waits().forUs() ? Group.NEEDS_REPLY : Group.WAITING;
  }

  /** The level staff see: that of the open crises, else of what is not answered. */
  public static Severity severity(CaseFile file) {
    return file.openCrises()
        .map(Crisis::severity)
        .min(Comparator.comparingInt(Risk::urgency))
        .orElse(file.work().waits().level());
  }

  /** Since when somebody waits. */
  public static Instant since(CaseFile file) {
    return file.episodes()
        .filter(Crisis::open)
        .map(Crisis::acceptedAt)
        .min(Comparator.naturalOrder())
        .orElse(file.work().waits().since());
  }

  /** Text that sorts as the queue does; unique, so that a page can go on after it. */
  public static String of(CaseFile file) {
    return "%d-%d-%013d-%s"
        .formatted(
            group(file).ordinal(),
            Risk.urgency(severity(file)),
            since(file).toEpochMilli(),
            file.id().body());
  }
}
