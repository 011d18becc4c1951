package org.reachline.notifier.oncall.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.reachline.contracts.StaffId;
import org.reachline.notifier.oncall.core.Policy.Duty;

/**
 * Who is paged next if nobody answers, and when: what a page promises and what the machine does
 * come from the same place.
 *
 * @param staff empty unless somebody waits for an answer
 * @param duties theirs, in the same order
 */
public record Outlook(List<StaffId> staff, List<Duty> duties, Instant at) {
  public Outlook {
    staff = List.copyOf(staff);
    duties = List.copyOf(duties);
    requireNonNull(at, "at");
  }

  public static Outlook of(Escalation e) {
    if (e.state() != State.OPEN || !e.position().planned()) {
      return new Outlook(List.of(), List.of(), e.since());
    }
    Instant at = Dues.step(e);
    Position now = e.position();
    Position next =
        e.policy().isLast(now)
            ? Position.begin(0, now.loop() + 1, at)
            : Position.begin(now.step() + 1, now.loop(), at);
    Set<StaffId> staff = e.policy().targets(next);
    return new Outlook(List.copyOf(staff), staff.stream().map(e.policy()::duty).toList(), at);
  }
}
