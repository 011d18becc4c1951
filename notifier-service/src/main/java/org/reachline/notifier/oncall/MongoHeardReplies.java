package org.reachline.notifier.oncall;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Scope;
import org.reachline.trust.store.AgencyCollection;
import org.reachline.trust.store.StoreIndexes;

/** Texts from staff, in MongoDB, for as long as a provider may deliver one again. */
public final class MongoHeardReplies implements HeardReplies {
  private static final long KEPT_DAYS = 7;

  private final AgencyCollection replies;

  public MongoHeardReplies(MongoCollection<Document> collection) {
    this.replies = new AgencyCollection(collection);
    StoreIndexes _ =
        new StoreIndexes(collection)
            .ascending("agency", "staff", "at")
            .expiring("at", Duration.ofDays(KEPT_DAYS));
  }

  @Override
  public Optional<Heard> find(Scope scope, String id) {
    return Optional.ofNullable(replies.byId(scope, id)).map(MongoHeardReplies::read);
  }

  @Override
  public boolean insert(Scope scope, Heard heard) {
    return replies.insertIfAbsent(scope, document(heard));
  }

  @Override
  public boolean beginAnswer(Scope scope, String id) {
    @Nullable Document has = replies.byId(scope, id);
    if (has == null || has.getBoolean("answered")) {
      return false;
    }
    long version = has.getLong("v");
    return replies.replaceIf(scope, has.append("answered", true).append("v", version + 1), version);
  }

  @Override
  public long wrongCodes(Scope scope, StaffId staff, Instant since) {
    return replies
        .ranged(
            scope,
            Filters.and(
                Filters.eq("staff", staff.value()),
                Filters.gte("at", Date.from(since)),
                Filters.eq("wrong", true)),
            Sorts.ascending("at"),
            100)
        .size();
  }

  private static Document document(Heard heard) {
    return new Document("_id", heard.id())
        .append("v", 1L)
        .append("staff", heard.staff().value())
        .append("wrong", heard.wrongCode())
        .append("answer", heard.answer())
        .append("answered", heard.answered())
        .append("at", Date.from(heard.at()));
  }

  private static Heard read(Document d) {
    return new Heard(
        d.getString("_id"),
        new StaffId(d.getString("staff")),
        d.getBoolean("wrong"),
        d.getString("answer"),
        d.getBoolean("answered"),
        d.getDate("at").toInstant());
  }
}
