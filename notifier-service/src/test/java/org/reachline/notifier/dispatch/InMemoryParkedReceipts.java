package org.reachline.notifier.dispatch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  public synchronized List<Parked> of(Scope scope, Collection<MessageId> ids) {
    return all.values().stream()
        .filter(p -> ids.contains(p.id()) && p.id().agency().equals(scope.agency()))
        .toList();
  }
}
