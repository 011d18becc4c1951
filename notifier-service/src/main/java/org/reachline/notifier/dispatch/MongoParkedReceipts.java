package org.reachline.notifier.dispatch;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.ReceiptEvent.Status;
import org.reachline.trust.Scope;
import org.reachline.trust.store.AgencyCollection;
import org.reachline.trust.store.StoreIndexes;

/** Early receipts in MongoDB, kept as long as their topic keeps them. */
public final class MongoParkedReceipts implements ParkedReceipts {
  private static final long KEPT_DAYS = 7;

  private final AgencyCollection receipts;

  public MongoParkedReceipts(MongoCollection<Document> collection) {
    this.receipts = new AgencyCollection(collection);
    StoreIndexes _ = new StoreIndexes(collection).expiring("at", Duration.ofDays(KEPT_DAYS));
  }

  @Override
  public void park(Scope scope, Parked receipt) {
    Document wanted = document(receipt);
    boolean done = receipts.insertIfAbsent(scope, wanted);
    while (!done) {
      @Nullable Document has = receipts.byId(scope, receipt.id().value());
      done = has != null && (isFurther(has, receipt) || replace(scope, wanted, has));
    }
  }

  private static boolean isFurther(Document has, Parked receipt) {
    return parked(has).status().compareTo(receipt.status()) >= 0;
  }

  private boolean replace(Scope scope, Document wanted, Document has) {
    long version = has.getLong("v");
    return receipts.replaceIf(scope, wanted.append("v", version + 1), version);
  }

  @Override
  public List<Parked> of(Scope scope, Collection<MessageId> ids) {
    return receipts.byIds(scope, ids.stream().map(MessageId::value).toList()).stream()
        .map(MongoParkedReceipts::parked)
        .toList();
  }

  private static Document document(Parked receipt) {
    return new Document("_id", receipt.id().value())
        .append("v", 1L)
        .append("status", receipt.status().name())
        .append("code", receipt.code())
        .append("at", Date.from(receipt.at()));
  }

  private static Parked parked(Document d) {
    return new Parked(
        new MessageId(d.getString("_id")),
        Status.valueOf(d.getString("status")),
        d.getString("code"),
        d.getDate("at").toInstant());
  }
}
