package org.reachline.trust.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.reachline.contracts.AgencyId;

/**
 * What a sweeper may see across agencies: which documents are due, by id and agency, and nothing
 * else of them. The work itself re-enters by {@code Scope.ofSweep}. Safe for any thread.
 */
public final class AllAgencies {
  private final MongoCollection<Document> documents;

  public AllAgencies(MongoCollection<Document> documents) {
    this.documents = documents;
  }

  /**
   * A document that is due.
   *
   * @param also a further opaque id of it, such as its conversation; its agency where none was
   *     asked for
   */
  public record Due(AgencyId agency, String id, String also) {}

  /** The documents whose instant in this field has come, the longest due first. */
  public List<Due> due(String field, Instant now, int limit) {
    return due(field, now, limit, "agency");
  }

  /** As {@link #due(String, Instant, int)}, with one further id of each document. */
  public List<Due> due(String field, Instant now, int limit, String alsoId) {
    List<Due> due = new ArrayList<>();
    documents
        .find(Filters.lte(field, Date.from(now)))
        .projection(Projections.include("agency", alsoId))
        .sort(Sorts.ascending(field))
        .limit(limit)
        .forEach(
            d ->
                due.add(
                    new Due(
                        new AgencyId(d.getString("agency")),
                        d.getString("_id"),
                        d.getString(alsoId))));
    return due;
  }

  /** How many have been due since before an instant. */
  public long overdue(String field, Instant before) {
    return documents.countDocuments(Filters.lt(field, Date.from(before)));
  }
}
