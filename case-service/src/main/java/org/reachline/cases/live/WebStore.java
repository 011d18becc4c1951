package org.reachline.cases.live;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Client;
import org.reachline.cases.core.Conversation;
import org.reachline.cases.core.Ledger;
import org.reachline.cases.core.Page;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.Watch;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.Shelf;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.trust.Scope;

/** The store, which tells the viewers of a case when it was written. */
public final class WebStore implements CaseStore {
  private final CaseStore store;
  private final WebLive live;

  public WebStore(CaseStore store, WebLive live) {
    this.store = store;
    this.live = live;
  }

  @Override
  public Shelf<ConversationId, Conversation> conversations() {
    return store.conversations();
  }

  @Override
  public Shelf<ClientId, Client> clients() {
    return store.clients();
  }

  @Override
  public Shelf<ConversationId, Ledger> ledgers() {
    return store.ledgers();
  }

  @Override
  public Shelf<String, Placed> placed() {
    return store.placed();
  }

  @Override
  public Shelf<String, Page> pages() {
    return store.pages();
  }

  @Override
  public Shelf<CaseId, CaseFile> files() {
    return new Watched(store.files(), live);
  }

  @Override
  public Shelf<CrisisId, Watch> watches() {
    return store.watches();
  }

  @Override
  public List<CaseFile> queue(Scope scope, Slice slice) {
    List<CaseFile> files = store.queue(scope, slice);
    files.forEach(live::read);
    return files;
  }

  @Override
  public List<CaseFile> unsent(Scope scope, Instant before, int limit) {
    return store.unsent(scope, before, limit);
  }

  private record Watched(Shelf<CaseId, CaseFile> files, WebLive live)
      implements Shelf<CaseId, CaseFile> {
    @Override
    public Map<CaseId, CaseFile> read(Scope scope, Collection<CaseId> ids) {
      Map<CaseId, CaseFile> found = files.read(scope, ids);
      found.values().forEach(live::read);
      return found;
    }

    @Override
    public Set<CaseId> write(Scope scope, Collection<CaseFile> documents) {
      Set<CaseId> missed = files.write(scope, documents);
      documents.stream().filter(file -> !missed.contains(file.id())).forEach(live::wrote);
      return missed;
    }
  }
}
