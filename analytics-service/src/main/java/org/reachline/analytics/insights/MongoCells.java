package org.reachline.analytics.insights;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;
import static java.util.stream.Collectors.groupingBy;

import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.reachline.analytics.core.Cell;
import org.reachline.analytics.core.CellKey;
import org.reachline.analytics.core.Grain;
import org.reachline.contracts.AgencyId;
import org.reachline.trust.Scope;
import org.reachline.trust.store.AgencyCollection;
import org.reachline.trust.store.AgencyCollection.Write;

/**
 * Cells in MongoDB, one document each, whose version is the offset it came from: an older one never
 * replaces a newer one, however often and in whatever order they are written.
 */
final class MongoCells implements CellStore {
  static final String EXPIRES = "expiresAt";

  private static final Duration GONE_KEPT = Duration.ofDays(7);
  private static final int MOST = 20_000;

  private final AgencyCollection cells;
  private final Runnable indexes;
  private final Clock clock;
  private volatile boolean indexed;

  /**
   * @param indexes makes them where they are missing; called when the store is first needed
   */
  MongoCells(AgencyCollection cells, Runnable indexes, Clock clock) {
    this.cells = cells;
    this.indexes = indexes;
    this.clock = clock;
  }

  private void prepare() {
    if (!indexed) {
      indexes.run();
      indexed = true;
    }
  }

  @Override
  public void keep(Collection<KeptCell> kept) {
    prepare();
    kept.stream()
        .collect(groupingBy(cell -> cell.key().agency()))
        .forEach((agency, own) -> keep(scope(agency), own));
  }

  /** What another writer got ahead of is looked at again: it stands, or gives way. */
  private void keep(Scope scope, List<KeptCell> own) {
    Map<String, KeptCell> left = new TreeMap<>();
    own.forEach(
        cell -> left.merge(cell.key().documentId(), cell, (a, b) -> a.isNewerThan(b) ? a : b));
    while (!left.isEmpty()) {
      left.keySet().retainAll(cells.bulk(scope, writes(scope, left)));
    }
  }

  private List<Write> writes(Scope scope, Map<String, KeptCell> wanted) {
    Map<String, Long> versions = new HashMap<>();
    cells
        .byIds(scope, wanted.keySet())
        .forEach(found -> versions.put(found.getString("_id"), found.getLong("v")));
    List<Write> writes = new ArrayList<>();
    wanted.forEach(
        (id, cell) -> {
          @Nullable Long version = versions.get(id);
          if (version == null) {
            writes.add(new Write.Insert(document(cell)));
          } else if (version < cell.offset()) {
            writes.add(new Write.Replace(document(cell), version));
          }
        });
    return writes;
  }

  @Override
  public List<KeptCell> recent(AgencyId agency, Instant days) {
    prepare();
    Bson wanted =
        and(
            eq("gone", false),
            or(
                eq("grain", Grain.OPEN.code()),
                and(eq("grain", Grain.DAY.code()), gte("bucket", Date.from(days)))));
    return cells.ranged(scope(agency), wanted, Sorts.ascending("_id"), MOST).stream()
        .map(MongoCells::cell)
        .toList();
  }

  private Document document(KeptCell kept) {
    CellKey key = kept.key();
    Cell cell = kept.cell();
    Document document =
        new Document("_id", key.documentId())
            .append("v", kept.offset())
            .append("measure", key.measure())
            .append("grain", key.grain().code())
            .append("bucket", Date.from(key.bucket()))
            .append("dims", new Document(new TreeMap<>(key.dims())))
            .append("n", cell.n())
            .append("millis", cell.millis())
            .append("within", cell.within())
            .append("skewed", cell.skewed())
            .append("times", cell.times())
            .append("rev", cell.rev())
            .append("gone", cell.isEmpty());
    expiry(kept).forEach(at -> document.append(EXPIRES, Date.from(at)));
    return document;
  }

  /** A gone cell stays a week, to hold off what is older; the others as long as their grain. */
  private List<Instant> expiry(KeptCell kept) {
    if (kept.cell().isEmpty()) {
      return List.of(clock.instant().plus(GONE_KEPT));
    }
    return kept.key().grain().gone(kept.key().bucket()).stream().toList();
  }

  private static KeptCell cell(Document found) {
    CellKey key =
        CellKey.parse(found.getString("agency") + "|" + withoutAgency(found.getString("_id")));
    Cell cell =
        new Cell(
            found.getLong("n"),
            found.getLong("millis"),
            found.getList("within", Long.class),
            found.getLong("skewed"),
            found.getString("times"),
            found.getLong("rev"));
    return new KeptCell(key, cell, found.getLong("v"));
  }

  private static String withoutAgency(String id) {
    return id.substring(id.indexOf('.') + 1);
  }

  private static Scope scope(AgencyId agency) {
    return Scope.ofSweep(agency, "analytics-service");
  }
}
