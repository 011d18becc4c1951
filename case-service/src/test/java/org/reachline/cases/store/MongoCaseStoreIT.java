package org.reachline.cases.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.cases.World;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.TwoAgencies;

@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class MongoCaseStoreIT extends CaseStoreContract {
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
  CaseStore store() {
    String database = "d" + databases++;
    String name = Backbone.current().database(database);
    assertThat(Backbone.current().mongoUri(database)).contains(name);
    MongoCaseStore store =
        new MongoCaseStore(
            client.getDatabase(name),
            new Boxes(TwoAgencies.planted().sealing()),
            InstantSource.system());
    store.prepare();
    return store;
  }

  @Test
  void wordsNamesAndAddressesLieInBoxes() {
    World world = new World();
    CaseStore store = store();

    world
        .flow(store, world.announcer())
        .accept(List.of(World.item(world.text("+15550100142", "m1", "galoshes"))));

    String database = Backbone.current().database("d" + (databases - 1));
    StringBuilder all = new StringBuilder();
    client
        .getDatabase(database)
        .listCollectionNames()
        .forEach(
            name ->
                client
                    .getDatabase(database)
                    .getCollection(name)
                    .find()
                    .forEach(d -> all.append(d.toJson())));
    assertThat(all).contains("openedBy").doesNotContain("galoshes").doesNotContain("5550100142");
  }
}
