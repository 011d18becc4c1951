package org.reachline.trust.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.contracts.AgencyId;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.store.AllAgencies.Due;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.TwoAgencies;

@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class AllAgenciesIT {
  private static final Instant NOW = Instant.parse("2026-01-17T04:12:07Z");

  private final MongoClient client = MongoClients.create(Backbone.current().mongoUri());
  private final AllAgencies all = new AllAgencies(collection());

  @BeforeEach
  void threeDocumentsOfTwoAgencies() {
    collection().drop();
    put("harbor.1.late", "harbor", NOW.minusSeconds(60));
    put("mirror.1.later", "mirror", NOW.minusSeconds(5));
    put("harbor.1.notyet", "harbor", NOW.plusSeconds(5));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aSweeperSeesIdsAndAgenciesOfWhatIsDueTheLongestDueFirst() {
    assertThat(all.due("due", NOW, 10, "conversation"))
        .containsExactly(
            new Due(new AgencyId("harbor"), "harbor.1.late", "harbor.1.talk"),
            new Due(new AgencyId("mirror"), "mirror.1.later", "mirror.1.talk"));
    assertThat(all.due("due", NOW, 1)).hasSize(1);
  }

  @Test
  void whatIsOverdueIsCounted() {
    assertThat(all.overdue("due", NOW.minusSeconds(15))).isEqualTo(1);
  }

  private void put(String id, String agency, Instant due) {
    collection()
        .insertOne(
            new Document("_id", id)
                .append("agency", agency)
                .append("conversation", agency + ".1.talk")
                .append("due", Date.from(due)));
  }

  private MongoCollection<Document> collection() {
    return client.getDatabase(Backbone.current().database()).getCollection("sweep");
  }
}
