package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.EscalationEvent;

/**
 * What is known of one crisis from the topics alone, kept apart from the case: the page may be
 * answered before the case is stored.
 *
 * @param raised the crisis itself, once its event was read; at most one
 */
public record Watch(CrisisId id, List<Crisis> raised, Duty duty, long v) {
  public Watch {
    requireNonNull(id, "id");
    raised = List.copyOf(raised);
    requireNonNull(duty, "duty");
  }

  /** After an event that raised it: the more urgent, where the lane and the case flow differ. */
  public Watch after(CrisisEvent.CrisisRaised event) {
    Crisis told = Crisis.of(event);
    Crisis worst = raised.isEmpty() ? told : raised.getFirst().orWorse(told);
    return new Watch(id, List.of(worst), duty, v);
  }

  /** After a named person disposed of it. */
  public Watch after(CrisisEvent.CrisisDisposed event) {
    return duty.status() == Duty.Status.CLOSED
        ? this
        : new Watch(id, raised, duty.disposed(event.by(), event.outcome(), event.at()), v);
  }

  /** After an event of its escalation. */
  public Watch after(EscalationEvent event) {
    Duty next = duty.after(event);
    return next.equals(duty) ? this : new Watch(id, raised, next, v);
  }
}
