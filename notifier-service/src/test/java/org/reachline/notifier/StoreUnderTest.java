package org.reachline.notifier;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import org.bson.Document;
import org.reachline.embedded.Backbone;

/** A database of a test class, with a new collection whenever one is asked for. */
public final class StoreUnderTest implements AutoCloseable {
  private final MongoClient client;
  private final MongoDatabase database;
  private int collections;

  public StoreUnderTest(Backbone backbone) {
    ConnectionString uri = new ConnectionString(backbone.mongoUri());
    client = MongoClients.create(uri);
    database = client.getDatabase(Objects.requireNonNull(uri.getDatabase()));
  }

  public MongoDatabase database() {
    return database;
  }

  public MongoCollection<Document> empty() {
    collections++;
    return database.getCollection("c" + collections);
  }

  @Override
  public void close() {
    client.close();
  }
}
