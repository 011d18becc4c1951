package org.reachline.notifier.dispatch;

import org.reachline.contracts.MessageId;
import org.reachline.notifier.dispatch.core.Send;
import org.reachline.notifier.dispatch.core.Sending;
import org.reachline.trust.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of messages, from the ledger to the topic. */
final class Outcomes {
  private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

  private final SendLedger ledger;
  private final DeliveryLog log;
  private final SendChanges changes;

  Outcomes(Dispatch.Ports ports, SendChanges changes) {
    this.ledger = ports.ledger();
    this.log = ports.log();
    this.changes = changes;
  }

  /** Puts what is to be told on the topic. While that is away, it waits in the ledger. */
  void publish(Scope scope, MessageId id) {
    ledger.find(scope, id).ifPresent(send -> publish(scope, send));
  }

  void publish(Scope scope, Send send) {
    if (send.outbox().isEmpty()) {
      return;
    }
    try {
      log.publish(send.outbox());
    } catch (RuntimeException away) {
      LOG.warn("message {}: its outcome waits: {}", send.id(), away.getClass().getName());
      changes.make(scope, send.id(), Sending::untold);
      return;
    }
    changes.make(scope, send.id(), (s, _) -> Sending.told(s, send.outbox()));
  }
}
