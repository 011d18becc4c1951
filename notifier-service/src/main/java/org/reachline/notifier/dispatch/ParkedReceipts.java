package org.reachline.notifier.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.ReceiptEvent.Status;
import org.reachline.trust.Scope;

/** Receipts that came before the ledger knew their message. Kept, not dropped. */
public interface ParkedReceipts {
  /** The furthest receipt so far. */
  record Parked(MessageId id, Status status, String code, Instant at) {}

  /** Keeps it, unless a later status is parked already. */
  void park(Scope scope, Parked receipt);

  /** Those parked for any of these. One read. */
  List<Parked> of(Scope scope, Collection<MessageId> ids);
}
