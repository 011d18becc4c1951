package org.reachline.cases.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
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
import org.reachline.trust.Scope;
import org.reachline.trust.store.AgencyCollection;
import org.reachline.trust.store.StoreIndexes;

/** Cases in MongoDB: single documents by id, two reads over plain indexes. */
public final class MongoCaseStore implements CaseStore {
  private final MongoDatabase database;
  private final AgencyCollection cases;
  private final Shelf<ConversationId, Conversation> conversations;
  private final Shelf<ClientId, Client> clients;
  private final Shelf<ConversationId, Ledger> ledgers;
  private final Shelf<String, Placed> placed;
  private final Shelf<String, Page> pages;
  private final Shelf<CaseId, CaseFile> files;
  private final Shelf<CrisisId, Watch> watches;

  public MongoCaseStore(MongoDatabase of, Boxes boxes, InstantSource clock) {
    this.database = of.withWriteConcern(WriteConcern.MAJORITY);
    this.cases = collection("cases");
    PeopleDocuments people = new PeopleDocuments(boxes);
    CaseDocuments documents = new CaseDocuments(boxes, clock);
    this.conversations =
        shelf(
            "conversations",
            ConversationId::value,
            Conversation::id,
            Conversation::v,
            people::conversation,
            PeopleDocuments::conversation);
    this.clients =
        shelf(
            "clients",
            ClientId::value,
            Client::id,
            Client::v,
            people::client,
            PeopleDocuments::client);
    this.ledgers =
        shelf(
            "consents",
            ConversationId::value,
            Ledger::id,
            Ledger::v,
            PeopleDocuments::ledger,
            PeopleDocuments::ledger);
    this.placed =
        shelf(
            "placed",
            Function.identity(),
            Placed::id,
            Placed::v,
            PeopleDocuments::placed,
            PeopleDocuments::placed);
    this.pages =
        shelf(
            "pages",
            Function.identity(),
            Page::id,
            Page::v,
            documents::page,
            CaseDocuments::readPage);
    this.files =
        shelf(
            "cases",
            CaseId::value,
            CaseFile::id,
            CaseFile::v,
            documents::file,
            CaseDocuments::read);
    this.watches =
        shelf(
            "watches",
            CrisisId::value,
            Watch::id,
            Watch::v,
            WatchDocuments::watch,
            WatchDocuments::watch);
  }

  /** Makes the indexes of the ranged reads; harmless if they exist. */
  public void prepare() {
    StoreIndexes _ =
        new StoreIndexes(database.getCollection("cases"))
            .ascending("agency", "open", "rank")
            .ascending("agency", "assignee", "rank")
            .ascending("agency", "dueAt");
  }

  @Override
  public Shelf<ConversationId, Conversation> conversations() {
    return conversations;
  }

  @Override
  public Shelf<ClientId, Client> clients() {
    return clients;
  }

  @Override
  public Shelf<ConversationId, Ledger> ledgers() {
    return ledgers;
  }

  @Override
  public Shelf<String, Placed> placed() {
    return placed;
  }

  @Override
  public Shelf<String, Page> pages() {
    return pages;
  }

  @Override
  public Shelf<CaseId, CaseFile> files() {
    return files;
  }

  @Override
  public Shelf<CrisisId, Watch> watches() {
    return watches;
  }

  @Override
  public List<CaseFile> queue(Scope scope, Slice slice) {
    Bson open = eq("open", true);
    Bson view =
        switch (slice.view()) {
          case TEAM -> open;
          case MINE -> and(open, eq("assignee", slice.me().value()));
          case UNASSIGNED -> and(open, eq("assignee", ""));
          case WAITING -> and(open, eq("group", 3L));
          case CRISES -> and(open, lt("group", 2L));
          case UNASSESSED -> and(open, eq("unassessed", true));
        };
    return cases
        .ranged(scope, and(view, gt("rank", slice.after())), Sorts.ascending("rank"), slice.limit())
        .stream()
        .map(CaseDocuments::read)
        .toList();
  }

  @Override
  public List<CaseFile> unsent(Scope scope, Instant before, int limit) {
    return cases
        .ranged(scope, lt("dueAt", Date.from(before)), Sorts.ascending("dueAt"), limit)
        .stream()
        .map(CaseDocuments::read)
        .toList();
  }

  private AgencyCollection collection(String name) {
    return new AgencyCollection(database.getCollection(name));
  }

  private <K, T> Shelf<K, T> shelf(
      String name,
      Function<K, String> key,
      Function<T, K> id,
      Function<T, Long> version,
      Function<T, Document> write,
      Function<Document, T> read) {
    return new MongoShelf<>(collection(name), key, id, version, write, read);
  }
}
