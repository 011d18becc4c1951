package org.reachline.cases.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.TwoAgencies;

@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class MongoExampleStoreIT extends ExampleStoreContract {
  private static MongoClient client;
  private static int databases;

  @BeforeAll
  static void connect(Backbone backbone) {
    client = MongoClients.create(backbone.mongoUri());
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Override
  ExampleStore store() {
    String name = Backbone.current().database("e" + databases++);
    MongoExampleStore store = new MongoExampleStore(client.getDatabase(name));
    store.prepare();
    return store;
  }
}
