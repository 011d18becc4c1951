package org.reachline.notifier.oncall;

import com.mongodb.client.MongoCollection;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Scope;
import org.reachline.trust.store.AgencyCollection;

/** Staff who said STOP, in MongoDB; one document per person who ever said it. */
public final class MongoOptOuts implements OptOuts {
  private final AgencyCollection staff;

  public MongoOptOuts(MongoCollection<Document> collection) {
    this.staff = new AgencyCollection(collection);
  }

  @Override
  public void set(Scope scope, StaffId id, boolean optedOut) {
    Document wanted = new Document("_id", id.value()).append("v", 1L).append("out", optedOut);
    boolean done = staff.insertIfAbsent(scope, wanted);
    while (!done) {
      @Nullable Document has = staff.byId(scope, id.value());
      long version = has == null ? 0 : has.getLong("v");
      done = has != null && staff.replaceIf(scope, wanted.append("v", version + 1), version);
    }
  }

  @Override
  public Set<StaffId> among(Scope scope, Set<StaffId> of) {
    Set<StaffId> out = new HashSet<>();
    staff.byIds(scope, of.stream().map(StaffId::value).toList()).stream()
        .filter(d -> d.getBoolean("out"))
        .forEach(d -> out.add(new StaffId(d.getString("_id"))));
    return out;
  }
}
