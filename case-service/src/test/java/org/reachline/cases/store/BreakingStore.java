package org.reachline.cases.store;

import java.time.Instant;
import java.util.List;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Client;
import org.reachline.cases.core.Conversation;
import org.reachline.cases.core.Ledger;
import org.reachline.cases.core.Page;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.Watch;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.crash.Faults;
import org.reachline.trust.Scope;

/** The store with each of its shelves breaking on its own. */
public record BreakingStore(
    Shelf<ConversationId, Conversation> conversations,
    Shelf<ClientId, Client> clients,
    Shelf<ConversationId, Ledger> ledgers,
    Shelf<String, Placed> placed,
    Shelf<String, Page> pages,
    Shelf<CaseId, CaseFile> files,
    Shelf<CrisisId, Watch> watches,
    CaseStore ranges)
    implements CaseStore {
  @SuppressWarnings("unchecked")
  public static BreakingStore of(CaseStore store, Faults faults) {
    return new BreakingStore(
        faults.wrap(Shelf.class, store.conversations()),
        faults.wrap(Shelf.class, store.clients()),
        faults.wrap(Shelf.class, store.ledgers()),
        faults.wrap(Shelf.class, store.placed()),
        faults.wrap(Shelf.class, store.pages()),
        faults.wrap(Shelf.class, store.files()),
        faults.wrap(Shelf.class, store.watches()),
        store);
  }

  @Override
  public List<CaseFile> queue(Scope scope, Slice slice) {
    return ranges.queue(scope, slice);
  }

  @Override
  public List<CaseFile> unsent(Scope scope, Instant before, int limit) {
    return ranges.unsent(scope, before, limit);
  }
}
