package org.reachline.notifier.dispatch;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.notifier.dispatch.core.Send;
import org.reachline.trust.Scope;
import org.reachline.trust.store.AgencyCollection;
import org.reachline.trust.store.AgencyCollection.Write;
import org.reachline.trust.store.AllAgencies;
import org.reachline.trust.store.StoreIndexes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ledger in MongoDB. Beside the message itself a document carries what is searched by: {@code
 * open} (the conversation while it may still have to be sent, else empty), {@code order}, {@code
 * due}.
 */
public final class MongoSendLedger implements SendLedger {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> BODY = new TypeReference<>() {};
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
  private static final int MOST = 200;

  private final AllAgencies all;
  private final AgencyCollection own;

  public MongoSendLedger(MongoCollection<Document> collection) {
    this.all = new AllAgencies(collection);
    this.own = new AgencyCollection(collection);
    StoreIndexes _ = new StoreIndexes(collection).ascending("open", "order").ascending("due");
  }

  @Override
  public Optional<Send> find(Scope scope, MessageId id) {
    return Optional.ofNullable(own.byId(scope, id.value())).map(MongoSendLedger::read);
  }

  @Override
  public Set<MessageId> known(Scope scope, Collection<MessageId> ids) {
    Set<MessageId> known = new HashSet<>();
    own.byIds(scope, ids.stream().map(MessageId::value).toList())
        .forEach(d -> known.add(new MessageId(d.getString("_id"))));
    return known;
  }

  @Override
  public void insertAll(Scope scope, List<Send> sends) {
    List<Write> writes = new ArrayList<>();
    sends.forEach(send -> writes.add(new Write.Insert(document(send.written(1)))));
    Set<String> there = own.bulk(scope, writes);
    assert there.size() <= sends.size(); // those that exist stay as they are
  }

  @Override
  public boolean replace(Scope scope, Send next) {
    return own.replaceIf(scope, document(next.written(next.v() + 1)), next.v());
  }

  @Override
  public List<Send> open(Scope scope, ConversationId conversation) {
    return own
        .ranged(scope, Filters.eq("open", conversation.value()), Sorts.ascending("order"), MOST)
        .stream()
        .map(MongoSendLedger::read)
        .toList();
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    return all.due("due", now, limit, "conversation").stream()
        .map(d -> new Due(d.agency(), new ConversationId(d.also()), new MessageId(d.id())))
        .toList();
  }

  private static Document document(Send send) {
    return new Document("_id", send.id().value())
        .append("v", send.v())
        .append("conversation", send.conversation().value())
        .append("open", send.status().isOpen() ? send.conversation().value() : "")
        .append("order", send.order())
        .append("due", Date.from(send.nextDueAt().orElse(NEVER)))
        .append("body", new Document(JSON.convertValue(send, BODY)));
  }

  private static Send read(Document document) {
    return JSON.convertValue(document.get("body", Document.class), Send.class)
        .written(document.getLong("v"));
  }
}
