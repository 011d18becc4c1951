package org.reachline.notifier.dispatch;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.events.OutboundEvent.Purpose;
import org.reachline.notifier.dispatch.core.Gate;
import org.reachline.trust.Scope;
import org.reachline.trust.store.AgencyCollection;

/** Gates in MongoDB, one document for each conversation anything was ever said about. */
public final class MongoGates implements Gates {
  private final AgencyCollection gates;

  public MongoGates(MongoCollection<Document> collection) {
    this.gates = new AgencyCollection(collection);
  }

  @Override
  public Map<ConversationId, Gate> of(Scope scope, Collection<ConversationId> conversations) {
    Map<ConversationId, Gate> found = new HashMap<>();
    gates
        .byIds(scope, conversations.stream().map(ConversationId::value).toList())
        .forEach(d -> found.put(new ConversationId(d.getString("_id")), gate(d)));
    return found;
  }

  @Override
  public void putAll(Scope scope, Map<ConversationId, Gate> moved) {
    moved.forEach((conversation, gate) -> put(scope, conversation, gate));
  }

  private void put(Scope scope, ConversationId conversation, Gate gate) {
    Document wanted = document(conversation, gate);
    boolean done = gates.insertIfAbsent(scope, wanted);
    while (!done) {
      @Nullable Document has = gates.byId(scope, conversation.value());
      done = has != null && (gate(has).seq() > gate.seq() || replace(scope, wanted, has));
    }
  }

  private boolean replace(Scope scope, Document wanted, Document has) {
    long version = has.getLong("v");
    return gates.replaceIf(scope, wanted.append("v", version + 1), version);
  }

  private static Document document(ConversationId conversation, Gate gate) {
    List<String> revoked = gate.revoked().stream().map(Purpose::name).sorted().toList();
    return new Document("_id", conversation.value())
        .append("v", 1L)
        .append("seq", gate.seq())
        .append("revoked", new ArrayList<>(revoked));
  }

  private static Gate gate(Document d) {
    Set<Purpose> revoked = new HashSet<>();
    d.getList("revoked", String.class).forEach(name -> revoked.add(Purpose.valueOf(name)));
    return new Gate(revoked, d.getLong("seq"));
  }
}
