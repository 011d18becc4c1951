package org.reachline.cases.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.List;
import org.bson.conversions.Bson;
import org.reachline.cases.core.examples.Example;
import org.reachline.contracts.MessageId;
import org.reachline.trust.Scope;
import org.reachline.trust.store.AgencyCollection;
import org.reachline.trust.store.StoreIndexes;

/** Examples in MongoDB. */
public final class MongoExampleStore implements ExampleStore {
  private static final String NAME = "examples";
  private final MongoDatabase database;
  private final AgencyCollection collection;
  private final Shelf<MessageId, Example> examples;

  public MongoExampleStore(MongoDatabase of) {
    this.database = of.withWriteConcern(WriteConcern.MAJORITY);
    this.collection = new AgencyCollection(database.getCollection(NAME));
    this.examples =
        new MongoShelf<>(
            collection,
            MessageId::value,
            Example::id,
            Example::v,
            ExampleDocuments::example,
            ExampleDocuments::example);
  }

  /** Makes the indexes of the ranged reads; harmless if they exist. */
  public void prepare() {
    StoreIndexes _ =
        new StoreIndexes(database.getCollection(NAME))
            .ascending("agency", "review", "_id")
            .ascending("agency", "labelled", "_id");
  }

  @Override
  public Shelf<MessageId, Example> examples() {
    return examples;
  }

  @Override
  public List<Example> unreviewed(Scope scope, int limit) {
    return ranged(scope, eq("review", true), limit);
  }

  @Override
  public List<Example> labelled(Scope scope, String after, int limit) {
    return ranged(scope, and(eq("labelled", true), gt("_id", after)), limit);
  }

  private List<Example> ranged(Scope scope, Bson filter, int limit) {
    return collection.ranged(scope, filter, Sorts.ascending("_id"), limit).stream()
        .map(ExampleDocuments::example)
        .toList();
  }
}
