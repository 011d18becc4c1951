package org.reachline.notifier.dispatch;

import java.time.Instant;
import java.util.function.BiFunction;
import org.reachline.contracts.MessageId;
import org.reachline.notifier.StoreClock;
import org.reachline.notifier.dispatch.core.Send;
import org.reachline.trust.Scope;

/** The only way a message in the ledger changes: read, decide, compare and set. */
final class SendChanges {
  private static final int MOST_COLLISIONS = 50;

  private final SendLedger ledger;
  private final StoreClock clock;
  private final Dispatch.Changed changed;

  SendChanges(Dispatch.Ports ports, Dispatch.Changed changed) {
    this.ledger = ports.ledger();
    this.clock = ports.clock();
    this.changed = changed;
  }

  /** The message as it stands after a change, durably. */
  Send make(Scope scope, MessageId id, BiFunction<Send, Instant, Send> change) {
    for (int i = 0; i < MOST_COLLISIONS; i++) {
      Send was = ledger.find(scope, id).orElseThrow();
      Send next = change.apply(was, clock.now());
      if (next.equals(was)) {
        return was;
      }
      if (ledger.replace(scope, next)) {
        changed.changed(next);
        return next.written(was.v() + 1);
      }
    }
    throw new Contended(id);
  }
}
