package org.reachline.notifier.oncall.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.reachline.contracts.LineId;
import org.reachline.contracts.StaffId;

/**
 * Who is paged, in which order. An escalation keeps the policy it was opened under.
 *
 * @param line the staff line pages leave from
 * @param steps in order; may be empty, then the last resort is paged at once
 * @param lastResort paged from the end of the policy on; never empty
 * @param ackTimeout how long somebody who took it may be without contact
 * @param linkBase what stands before a page code in a link, such as {@code https://p.example}
 * @param openLink whether the text carries a link that acknowledges without signing in
 */
public record Policy(
    LineId line,
    List<Step> steps,
    List<StaffId> lastResort,
    Duration ackTimeout,
    String linkBase,
    boolean openLink) {
  public Policy {
    requireNonNull(line, "line");
    steps = List.copyOf(steps);
    lastResort = List.copyOf(lastResort);
    requireNonNull(ackTimeout, "ackTimeout");
    requireNonNull(linkBase, "linkBase");
    if (lastResort.isEmpty()) {
      throw new IllegalArgumentException("a policy needs a last-resort list");
    }
  }

  /**
   * One step.
   *
   * @param delay how long it has before the next one begins
   */
  public record Step(List<StaffId> targets, Duration delay) {
    public Step {
      targets = List.copyOf(targets);
      requireNonNull(delay, "delay");
    }
  }

  /** Whom a step pages: from the second round on, its beginning adds the last resort. */
  Set<StaffId> targets(Position at) {
    Set<StaffId> targets = new LinkedHashSet<>();
    if (at.everyone()) {
      return everyone();
    }
    if (at.step() < steps.size()) {
      targets.addAll(steps.get(at.step()).targets());
    }
    if (at.step() == 0 && at.loop() > 0) {
      targets.addAll(lastResort);
    }
    return targets;
  }

  /** Everybody the policy names. */
  public Set<StaffId> everyone() {
    Set<StaffId> all = new LinkedHashSet<>();
    steps.forEach(step -> all.addAll(step.targets()));
    all.addAll(lastResort);
    return all;
  }

  Duration delay(Position at) {
    return at.step() < steps.size() ? steps.get(at.step()).delay() : Timing.QUICKEST_LOOP;
  }

  boolean isLast(Position at) {
    return at.step() + 1 >= steps.size();
  }

  /** What others may read of a person: a duty, never a name. */
  public Duty duty(StaffId staff) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).targets().contains(staff)) {
        return i == 0 ? new Duty("first", 0) : new Duty("backup", i);
      }
    }
    return new Duty(lastResort.contains(staff) ? "lastresort" : "colleague", 0);
  }

  /**
   * A neutral label.
   *
   * @param code first, backup, lastresort or colleague
   * @param number which backup, else 0
   */
  public record Duty(String code, int number) {
    public Duty {
      requireNonNull(code, "code");
    }

    /** In plain GSM-7 words for a text. */
    public String words() {
      return switch (code) {
        case "first" -> "first on call";
        case "backup" -> "backup " + number;
        case "lastresort" -> "last resort";
        default -> "a colleague";
      };
    }
  }
}
