package org.reachline.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Delivery;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Page;
import org.reachline.cases.core.Placed;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.events.DeliveryEvent;
import org.reachline.trust.Scope;

/** What became of the messages we sent, noted at the message; it only moves forward. */
final class DeliveryFlow {
  private static final int ATTEMPTS = 8;
  private final CaseStore store;
  private final CaseMetrics metrics;

  DeliveryFlow(CaseStore store, CaseMetrics metrics) {
    this.store = store;
    this.metrics = metrics;
  }

  /** Takes a batch; returns when all of it is written. */
  void accept(List<Item<DeliveryEvent>> batch) {
    Map<AgencyId, List<Item<DeliveryEvent>>> groups = new LinkedHashMap<>();
    batch.forEach(
        item -> groups.computeIfAbsent(item.scope().agency(), _ -> new ArrayList<>()).add(item));
    groups
        .values()
        .forEach(
            items -> settle(items.getFirst().scope(), items.stream().map(Item::event).toList()));
  }

  private void settle(Scope scope, List<DeliveryEvent> events) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (written(scope, events)) {
        return;
      }
      metrics.conflict();
    }
    throw new CaseFlow.Contended();
  }

  private boolean written(Scope scope, List<DeliveryEvent> events) {
    List<CaseId> ids = events.stream().map(Delivery::caseOf).distinct().toList();
    Map<CaseId, CaseFile> before = store.files().read(scope, ids);
    Map<CaseId, CaseFile> after = new LinkedHashMap<>(before);
    boolean pages = true;
    for (DeliveryEvent event : events) {
      CaseFile file = after.get(Delivery.caseOf(event));
      if (file != null && file.holds(event.messageId())) {
        after.put(file.id(), noted(file, event));
      } else {
        pages &= inPage(scope, event);
      }
    }
    List<CaseFile> changed =
        after.values().stream().filter(file -> !file.equals(before.get(file.id()))).toList();
    return pages && (changed.isEmpty() || store.files().write(scope, changed).isEmpty());
  }

  private static CaseFile noted(CaseFile file, DeliveryEvent event) {
    return file.change(
        entry -> entry.is(event.messageId()), body -> reached(body, Delivery.of(event)));
  }

  private boolean inPage(Scope scope, DeliveryEvent event) {
    Placed place = store.placed().one(scope, event.messageId().value());
    if (place == null || place.page() == 0) {
      metrics.deliveryUnknown();
      return true;
    }
    Page page = store.pages().one(scope, Page.idOf(place.caseId(), place.page()));
    if (page == null) {
      return true;
    }
    Page next =
        page.change(
            entry -> entry.is(event.messageId()), body -> reached(body, Delivery.of(event)));
    return next.equals(page) || store.pages().write(scope, List.of(next)).isEmpty();
  }

  private static Entry.Body reached(Entry.Body body, Delivery news) {
    return body instanceof Entry.Sent sent ? sent.reached(news) : body;
  }
}
