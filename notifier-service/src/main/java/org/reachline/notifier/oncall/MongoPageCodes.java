package org.reachline.notifier.oncall;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.EscalationId;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.trust.Scope;
import org.reachline.trust.store.AgencyCollection;

/** Page codes in MongoDB: the code is the id, so two nodes cannot give out the same one. */
public final class MongoPageCodes implements PageCodes {
  static final Duration REST = Duration.ofHours(24);

  private final AgencyCollection codes;
  private final EscalationStore escalations;

  public MongoPageCodes(MongoCollection<Document> collection, EscalationStore escalations) {
    this.codes = new AgencyCollection(collection);
    this.escalations = escalations;
  }

  @Override
  public Optional<EscalationId> find(Scope scope, String code) {
    @Nullable Document found = codes.byId(scope, id(scope, code));
    return Optional.ofNullable(found).map(d -> new EscalationId(d.getString("escalation")));
  }

  @Override
  public boolean reserve(Scope scope, String code, EscalationId escalation, Instant now) {
    Document wanted =
        new Document("_id", id(scope, code))
            .append("v", 1L)
            .append("escalation", escalation.value())
            .append("reserved", Date.from(now));
    return codes.insertIfAbsent(scope, wanted) || takeOver(scope, wanted, escalation, now);
  }

  private boolean takeOver(Scope scope, Document wanted, EscalationId escalation, Instant now) {
    @Nullable Document has = codes.byId(scope, wanted.getString("_id"));
    if (has == null) {
      return false;
    }
    if (escalation.value().equals(has.getString("escalation"))) {
      return true;
    }
    long version = has.getLong("v");
    return isRested(scope, has, now)
        && codes.replaceIf(scope, wanted.append("v", version + 1), version);
  }

  private boolean isRested(Scope scope, Document has, Instant now) {
    Optional<Escalation> named =
        escalations.find(scope, new EscalationId(has.getString("escalation")));
    Instant last = named.map(Escalation::since).orElse(has.getDate("reserved").toInstant());
    return named.map(e -> !e.live()).orElse(true) && last.plus(REST).isBefore(now);
  }

  private static String id(Scope scope, String code) {
    return scope.agency().value() + "." + code;
  }
}
