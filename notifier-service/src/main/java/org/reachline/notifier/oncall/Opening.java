package org.reachline.notifier.oncall;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.reachline.contracts.Derived;
import org.reachline.contracts.EscalationId;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.notifier.oncall.core.Answer;
import org.reachline.notifier.oncall.core.Concern;
import org.reachline.notifier.oncall.core.Escalating;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.notifier.oncall.core.PageCode;
import org.reachline.notifier.oncall.core.Policy;
import org.reachline.trust.Scope;

/**
 * Where a crisis goes: to the escalation that knows it, to the one under way for its conversation,
 * or to a new one.
 */
final class Opening {
  private final Escalations.Ports ports;
  private final Policies policies;
  private final RandomGenerator random;
  private final Changes changes;

  Opening(Escalations.Ports ports, Policies policies, RandomGenerator random, Changes changes) {
    this.ports = ports;
    this.policies = policies;
    this.random = random;
    this.changes = changes;
  }

  /** The escalations that stand for it now, durably; none for one that wakes nobody. */
  List<EscalationId> found(Scope scope, CrisisEvent event, Concern concern) {
    if (!concern.severity().pages()) {
      return List.of(); // people see it on the queue
    }
    for (int i = 0; i < Changes.MOST_COLLISIONS; i++) {
      Input merged = new Input.Merged(keys(event), concern);
      List<EscalationId> now = knowing(scope, event, merged);
      now = now.isEmpty() ? merged(scope, concern, merged) : now;
      now = now.isEmpty() ? opened(scope, event, concern) : now;
      if (!now.isEmpty()) {
        return now;
      }
    }
    throw new Contended(event.crisisId().value());
  }

  /**
   * Redelivered, perhaps long after it was closed: pages nobody, but finishes what was begun. The
   * same crisis is told twice, by the lane and by the case flow, and the second may say more.
   */
  private List<EscalationId> knowing(Scope scope, CrisisEvent event, Input merged) {
    List<EscalationId> known =
        ports.store().byKey(scope, event.eventId()).stream().map(Escalation::id).toList();
    known.forEach(id -> changes.make(scope, id, merged));
    return known;
  }

  private List<EscalationId> merged(Scope scope, Concern concern, Input merged) {
    return ports.store().liveOf(scope, concern.conversationId()).stream()
        .map(Escalation::id)
        .filter(id -> !(changes.make(scope, id, merged).answer() instanceof Answer.Over))
        .toList();
  }

  private List<EscalationId> opened(Scope scope, CrisisEvent event, Concern concern) {
    Policy policy = policies.of(scope.agency()).orElseThrow(() -> new NoPolicy(scope.agency()));
    Instant now = ports.clock().now();
    EscalationId id = newId(scope, event);
    String code = newCode(scope, id, now);
    Escalation opened = Escalating.open(id, concern, keys(event), code, policy, now);
    return changes.add(scope, opened) ? List.of(id) : List.of();
  }

  private EscalationId newId(Scope scope, CrisisEvent event) {
    EscalationId first = Derived.escalation(event.crisisId());
    return ports.store().find(scope, first).isEmpty()
        ? first
        : new EscalationId(Derived.of(first, "again", event.eventId()));
  }

  private String newCode(Scope scope, EscalationId id, Instant now) {
    for (int i = 0; i < Changes.MOST_COLLISIONS; i++) {
      String code = PageCode.random(random);
      if (ports.codes().reserve(scope, code, id, now)) {
        return code;
      }
    }
    throw new Contended(id.value());
  }

  private static Set<String> keys(CrisisEvent event) {
    return Set.of(event.eventId(), event.crisisId().value());
  }
}
