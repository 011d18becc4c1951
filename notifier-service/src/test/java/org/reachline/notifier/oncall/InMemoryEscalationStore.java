package org.reachline.notifier.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.EscalationId;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.trust.Scope;

/** Escalations in memory, by the same rules as the real store. */
final class InMemoryEscalationStore implements EscalationStore {
  private final Map<EscalationId, Escalation> all = new LinkedHashMap<>();

  @Override
  public synchronized Optional<Escalation> find(Scope scope, EscalationId id) {
    return own(scope, e -> e.id().equals(id)).findFirst();
  }

  @Override
  public synchronized List<Escalation> byKey(Scope scope, String key) {
    return own(scope, e -> stands(e, key))
        .sorted(Comparator.comparing(Escalation::openedAt).reversed())
        .toList();
  }

  private static boolean stands(Escalation e, String key) {
    return e.keys().contains(key)
        || e.attempts().stream().anyMatch(a -> a.pageId().value().equals(key));
  }

  @Override
  public synchronized Optional<Escalation> liveOf(Scope scope, ConversationId conversation) {
    return own(scope, e -> e.live() && e.concern().conversationId().equals(conversation))
        .findFirst();
  }

  @Override
  public synchronized List<Escalation> live(Scope scope) {
    return own(scope, Escalation::live).sorted(Comparator.comparing(Escalation::openedAt)).toList();
  }

  @Override
  public synchronized List<Escalation> closedSince(Scope scope, Instant since) {
    return own(scope, e -> !e.live() && !e.since().isBefore(since))
        .sorted(Comparator.comparing(Escalation::since).reversed())
        .toList();
  }

  @Override
  public synchronized boolean insert(Scope scope, Escalation escalation) {
    own(scope, escalation);
    boolean taken =
        all.containsKey(escalation.id())
            || liveOf(scope, escalation.concern().conversationId()).isPresent();
    if (!taken) {
      put(escalation.written(1));
    }
    return !taken;
  }

  @Override
  public synchronized boolean replace(Scope scope, Escalation next) {
    own(scope, next);
    Escalation has = all.get(next.id());
    boolean same = has != null && has.v() == next.v();
    if (same) {
      put(next.written(next.v() + 1));
    }
    return same;
  }

  private void put(Escalation e) {
    EscalationRules.claimable(e);
    all.put(e.id(), e);
  }

  private static void own(Scope scope, Escalation e) {
    if (!e.id().agency().equals(scope.agency())) {
      throw new IllegalArgumentException("of another agency");
    }
  }

  @Override
  public synchronized List<Due> due(Instant now, int limit) {
    return all.values().stream()
        .filter(e -> claimable(e).isPresent() && !claimable(e).get().isAfter(now))
        .sorted(Comparator.comparing(e -> claimable(e).get()))
        .limit(limit)
        .map(e -> new Due(e.id().agency(), e.id()))
        .toList();
  }

  @Override
  public synchronized long overdue(Instant before) {
    return all.values().stream()
        .filter(e -> claimable(e).isPresent() && claimable(e).get().isBefore(before))
        .count();
  }

  /** When the next one can be claimed. */
  synchronized Optional<Instant> nextDue() {
    return all.values().stream().flatMap(e -> claimable(e).stream()).min(Instant::compareTo);
  }

  synchronized List<Escalation> everything() {
    return new ArrayList<>(all.values());
  }

  private static Optional<Instant> claimable(Escalation e) {
    return EscalationRules.claimable(e);
  }

  private java.util.stream.Stream<Escalation> own(Scope scope, Predicate<Escalation> which) {
    return all.values().stream()
        .filter(e -> e.id().agency().equals(scope.agency()) && which.test(e));
  }
}
