package org.reachline.trust.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The indexes of one collection, made where they are missing. Plain ones only: the embedded store
 * ignores those that are not unique, and nothing may rely on filters, collation or validators,
 * which it ignores in silence.
 */
public final class StoreIndexes {
  private final MongoCollection<Document> documents;

  public StoreIndexes(MongoCollection<Document> documents) {
    this.documents = documents;
  }

  /** An index of these fields, ascending. */
  public StoreIndexes ascending(String... fields) {
    String _ = documents.createIndex(Indexes.ascending(fields));
    return this;
  }

  /**
   * A unique index of these fields, which the embedded store needs to find by exactly these without
   * a scan.
   */
  public StoreIndexes unique(String... fields) {
    String _ = documents.createIndex(Indexes.ascending(fields), new IndexOptions().unique(true));
    return this;
  }

  /** Documents go some time after the date in this field; the store sweeps about once a minute. */
  public StoreIndexes expiring(String field, Duration after) {
    String _ =
        documents.createIndex(
            Indexes.ascending(field),
            new IndexOptions().expireAfter(after.toSeconds(), TimeUnit.SECONDS));
    return this;
  }
}
