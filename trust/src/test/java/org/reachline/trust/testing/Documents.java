package org.reachline.trust.testing;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.bson.Document;

/** What lies in a database, read past all stores. */
final class Documents {
  private Documents() {}

  static String nameOf(String mongoUri) {
    return Objects.requireNonNull(
        new ConnectionString(mongoUri).getDatabase(), "the address names no database");
  }

  /** Every document as JSON, by collection and id. */
  static Map<String, String> all(String mongoUri) {
    Map<String, String> all = new TreeMap<>();
    each(mongoUri, (where, document) -> all.put(where, document.toJson()));
    return all;
  }

  static Map<String, String> ofMirror(String mongoUri) {
    Map<String, String> found = new TreeMap<>();
    each(
        mongoUri,
        (where, document) -> {
          if (isOfMirror(document)) {
            found.put(where, Fingerprints.of(document.toJson()));
          }
        });
    return found;
  }

  private static boolean isOfMirror(Document document) {
    return Planted.MIRROR.value().equals(document.get("agency"))
        || String.valueOf(document.get("_id")).startsWith(Planted.MIRROR + ".");
  }

  private static void each(String mongoUri, BiConsumer<String, Document> consumer) {
    try (MongoClient client = MongoClients.create(mongoUri)) {
      MongoDatabase database = client.getDatabase(nameOf(mongoUri));
      for (String collection : database.listCollectionNames()) {
        for (Document document : database.getCollection(collection).find()) {
          consumer.accept(collection + "/" + document.get("_id"), document);
        }
      }
    }
  }
}
