package org.reachline.notifier.dispatch;

import java.time.Instant;
import java.util.Optional;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.ReceiptEvent.Status;
import org.reachline.trust.Scope;

/** Receipts that came before the ledger knew their message. Kept, not dropped. */
public interface ParkedReceipts {
  /** The furthest receipt so far. */
  record Parked(MessageId id, Status status, String code, Instant at) {}

  /** Keeps it, unless a later status is parked already. */
  void park(Scope scope, Parked receipt);

  Optional<Parked> find(Scope scope, MessageId id);
}
