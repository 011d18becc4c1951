package org.reachline.notifier.oncall;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.EscalationId;
import org.reachline.notifier.oncall.core.Attempt;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.trust.Scope;
import org.reachline.trust.store.AgencyCollection;
import org.reachline.trust.store.AllAgencies;
import org.reachline.trust.store.StoreIndexes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Escalations in MongoDB. Beside the escalation itself a document carries what is searched by:
 * {@code live} (the conversation while live, else its own id; unique), {@code keys}, {@code due}
 * and {@code closed}.
 */
public final class MongoEscalationStore implements EscalationStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> BODY = new TypeReference<>() {};
  private static final int MOST = 500;
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final AllAgencies all;
  private final AgencyCollection own;

  public MongoEscalationStore(MongoCollection<Document> collection) {
    this.all = new AllAgencies(collection);
    this.own = new AgencyCollection(collection);
    StoreIndexes _ =
        new StoreIndexes(collection)
            .unique("live")
            .ascending("due")
            .ascending("keys")
            .ascending("agency", "closed");
  }

  @Override
  public Optional<Escalation> find(Scope scope, EscalationId id) {
    return Optional.ofNullable(own.byId(scope, id.value())).map(MongoEscalationStore::read);
  }

  @Override
  public List<Escalation> byKey(Scope scope, String key) {
    return read(own.ranged(scope, Filters.eq("keys", key), Sorts.descending("opened"), MOST));
  }

  @Override
  public Optional<Escalation> liveOf(Scope scope, ConversationId conversation) {
    Bson live = Filters.eq("live", conversation.value());
    return read(own.ranged(scope, live, Sorts.descending("opened"), 1)).stream().findFirst();
  }

  @Override
  public List<Escalation> live(Scope scope) {
    Bson live = Filters.eq("closed", Date.from(NEVER));
    return read(own.ranged(scope, live, Sorts.ascending("opened"), MOST));
  }

  @Override
  public List<Escalation> closedSince(Scope scope, Instant since) {
    Bson closed =
        Filters.and(
            Filters.gte("closed", Date.from(since)), Filters.lt("closed", Date.from(NEVER)));
    return read(own.ranged(scope, closed, Sorts.descending("closed"), MOST));
  }

  @Override
  public boolean insert(Scope scope, Escalation escalation) {
    return own.insertIfAbsent(scope, document(escalation.written(1)));
  }

  @Override
  public boolean replace(Scope scope, Escalation next) {
    return own.replaceIf(scope, document(next.written(next.v() + 1)), next.v());
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    return all.due("due", now, limit).stream()
        .map(d -> new Due(d.agency(), new EscalationId(d.id())))
        .toList();
  }

  @Override
  public long overdue(Instant before) {
    return all.overdue("due", before);
  }

  private static Document document(Escalation e) {
    Instant due = EscalationRules.claimable(e).orElse(NEVER);
    return new Document("_id", e.id().value())
        .append("v", e.v())
        .append("live", e.live() ? e.concern().conversationId().value() : e.id().value())
        .append("keys", keys(e))
        .append("due", Date.from(due))
        .append("opened", Date.from(e.openedAt()))
        .append("closed", Date.from(e.live() ? NEVER : e.since()))
        .append("body", new Document(JSON.convertValue(e, BODY)));
  }

  private static List<String> keys(Escalation e) {
    List<String> keys = new ArrayList<>(e.keys());
    e.attempts().stream().map(Attempt::pageId).forEach(page -> keys.add(page.value()));
    return keys;
  }

  private static List<Escalation> read(List<Document> documents) {
    return documents.stream().map(MongoEscalationStore::read).toList();
  }

  private static Escalation read(Document document) {
    return JSON.convertValue(document.get("body", Document.class), Escalation.class)
        .written(document.getLong("v"));
  }
}
