package org.reachline.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Collection;

/** Leaves nothing behind on a server that is not ours. */
final class StoreCleaner {
  private StoreCleaner() {}

  static void drop(String uri, Collection<String> databases) {
    try (MongoClient client = MongoClients.create(uri)) {
      databases.forEach(database -> client.getDatabase(database).drop());
    }
  }
}
