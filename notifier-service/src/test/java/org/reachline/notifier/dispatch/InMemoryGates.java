package org.reachline.notifier.dispatch;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.reachline.contracts.ConversationId;
import org.reachline.notifier.dispatch.core.Gate;
import org.reachline.trust.Scope;

/** Gates in memory. */
final class InMemoryGates implements Gates {
  private final Map<ConversationId, Gate> all = new HashMap<>();

  @Override
  public synchronized Map<ConversationId, Gate> of(
      Scope scope, Collection<ConversationId> conversations) {
    Map<ConversationId, Gate> found = new HashMap<>(all);
    found.keySet().retainAll(conversations);
    found.keySet().removeIf(id -> !id.agency().equals(scope.agency()));
    return found;
  }

  @Override
  public synchronized void putAll(Scope scope, Map<ConversationId, Gate> gates) {
    gates.forEach(
        (id, gate) -> all.merge(id, gate, (has, next) -> has.seq() > next.seq() ? has : next));
  }
}
