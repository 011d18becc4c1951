package org.reachline.notifier.oncall;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.reachline.contracts.EscalationId;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.trust.Scope;

/** Page codes in memory. */
final class InMemoryPageCodes implements PageCodes {
  private final Map<String, Reserved> codes = new HashMap<>();
  private final EscalationStore escalations;

  private record Reserved(EscalationId id, Instant at) {}

  InMemoryPageCodes(EscalationStore escalations) {
    this.escalations = escalations;
  }

  @Override
  public synchronized Optional<EscalationId> find(Scope scope, String code) {
    return Optional.ofNullable(codes.get(key(scope, code))).map(Reserved::id);
  }

  @Override
  public synchronized boolean reserve(Scope scope, String code, EscalationId id, Instant now) {
    Reserved has = codes.get(key(scope, code));
    boolean free = has == null || has.id().equals(id) || isRested(scope, has, now);
    if (free && (has == null || !has.id().equals(id))) {
      codes.put(key(scope, code), new Reserved(id, now));
    }
    return free;
  }

  private boolean isRested(Scope scope, Reserved has, Instant now) {
    Optional<Escalation> named = escalations.find(scope, has.id());
    Instant last = named.map(Escalation::since).orElse(has.at());
    return named.map(e -> !e.live()).orElse(true) && last.plus(MongoPageCodes.REST).isBefore(now);
  }

  private static String key(Scope scope, String code) {
    return scope.agency() + "." + code;
  }
}
