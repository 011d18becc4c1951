package org.reachline.notifier.oncall;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.reachline.contracts.EscalationId;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.trust.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of an escalation, from its document to the topic. */
final class Relay {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int MOST_ROUNDS = 20;

  private final Escalations.Ports ports;
  private final Changes changes;
  private final Set<EscalationId> relaying = ConcurrentHashMap.newKeySet();

  Relay(Escalations.Ports ports, Changes changes) {
    this.ports = ports;
    this.changes = changes;
  }

  /** Puts the log on the topic, in order. While the topic is away it waits in the document. */
  void relay(Scope scope, EscalationId id) {
    if (!relaying.add(id)) {
      return; // whoever is at it looks again before leaving
    }
    try {
      for (int round = 0; round < MOST_ROUNDS; round++) {
        var log = ports.store().find(scope, id).map(Escalation::log).orElse(List.of());
        if (log.isEmpty()) {
          return;
        }
        ports.log().publish(log);
        changes.make(scope, id, new Input.Relayed(log.getLast().seq()));
      }
    } catch (RuntimeException away) {
      LOG.warn("escalation {}: its log waits: {}", id, away.getClass().getName());
      changes.make(scope, id, new Input.RelayFailed());
    } finally {
      relaying.remove(id);
    }
  }
}
