package org.reachline.notifier.dispatch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.reachline.contracts.MessageId;
import org.reachline.trust.Scope;

/** Early receipts in memory. */
final class InMemoryParkedReceipts implements ParkedReceipts {
  private final Map<MessageId, Parked> all = new HashMap<>();

  @Override
  public synchronized void park(Scope scope, Parked receipt) {
    all.merge(
        receipt.id(),
        receipt,
        (has, next) -> has.status().compareTo(next.status()) >= 0 ? has : next);
  }

  @Override
  public synchronized Optional<Parked> find(Scope scope, MessageId id) {
    return Optional.ofNullable(all.get(id)).filter(p -> p.id().agency().equals(scope.agency()));
  }
}
