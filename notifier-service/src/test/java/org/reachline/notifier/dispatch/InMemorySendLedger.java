package org.reachline.notifier.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.notifier.dispatch.core.Send;
import org.reachline.trust.Scope;

/** The ledger in memory. */
final class InMemorySendLedger implements SendLedger {
  private final Map<MessageId, Send> all = new LinkedHashMap<>();

  @Override
  public synchronized Optional<Send> find(Scope scope, MessageId id) {
    return Optional.ofNullable(all.get(id)).filter(s -> isOwn(scope, s));
  }

  @Override
  public synchronized Set<MessageId> known(Scope scope, Collection<MessageId> ids) {
    Set<MessageId> known = new HashSet<>(ids);
    known.removeIf(id -> find(scope, id).isEmpty());
    return known;
  }

  @Override
  public synchronized void insertAll(Scope scope, List<Send> sends) {
    sends.forEach(s -> own(scope, s));
    sends.forEach(s -> all.putIfAbsent(s.id(), s.written(1)));
  }

  @Override
  public synchronized boolean replace(Scope scope, Send next) {
    own(scope, next);
    Send has = all.get(next.id());
    boolean same = has != null && has.v() == next.v();
    if (same) {
      all.put(next.id(), next.written(next.v() + 1));
    }
    return same;
  }

  @Override
  public synchronized List<Send> open(Scope scope, ConversationId conversation) {
    return all.values().stream()
        .filter(s -> isOwn(scope, s) && s.conversation().equals(conversation))
        .filter(s -> s.status().isOpen())
        .sorted(Comparator.comparingLong(Send::order))
        .toList();
  }

  @Override
  public synchronized List<Due> due(Instant now, int limit) {
    return all.values().stream()
        .filter(s -> s.nextDueAt().map(at -> !at.isAfter(now)).orElse(false))
        .sorted(Comparator.comparing(s -> s.nextDueAt().orElseThrow()))
        .limit(limit)
        .map(s -> new Due(s.id().agency(), s.conversation(), s.id()))
        .toList();
  }

  synchronized Optional<Instant> nextDue() {
    return all.values().stream().flatMap(s -> s.nextDueAt().stream()).min(Instant::compareTo);
  }

  private static boolean isOwn(Scope scope, Send send) {
    return send.id().agency().equals(scope.agency());
  }

  private static void own(Scope scope, Send send) {
    if (!isOwn(scope, send)) {
      throw new IllegalArgumentException("of another agency");
    }
  }
}
