package org.reachline.analytics.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.analytics.core.Cell;
import org.reachline.analytics.core.CellKey;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.store.AgencyCollection;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.TwoAgencies;

/** The real store keeps the contract, and lets go of what is past its time. */
@WithBackbone
@SuppressWarnings("NullAway.Init") // set before each test
@ExtendWith({TwoAgencies.class, Canaries.class})
class MongoCellsIT extends CellStoreContract {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private MongoClient client;
  private MongoCollection<Document> documents;

  @BeforeEach
  void open(Backbone backbone) {
    client = MongoClients.create(backbone.mongoUri());
    documents = client.getDatabase(backbone.database()).getCollection("cells");
    documents.drop();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Override
  CellStore store() {
    return new MongoCells(
        new AgencyCollection(documents),
        () -> InsightsConfiguration.index(documents),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void everyCellButAnOpenOneSaysWhenItMayGo() {
    store()
        .keep(
            List.of(
                kept("harbor|crises@1|5m|2026-11-20T11:55:00Z|", one()),
                kept("harbor|crises@1|1h|2026-11-20T11:00:00Z|", Cell.none()),
                kept("harbor|crises.not_taken@1|open|2026-11-20T11:00:00Z|", one())));

    assertThat(expiry("harbor.crises@1|5m|2026-11-20T11:55:00Z|"))
        .isEqualTo(Date.from(Instant.parse("2026-11-22T11:55:00Z")));
    assertThat(expiry("harbor.crises@1|1h|2026-11-20T11:00:00Z|"))
        .isEqualTo(Date.from(NOW.plus(Duration.ofDays(7))));
    assertThat(documents.find(new Document("grain", "open")).first())
        .doesNotContainKey(MongoCells.EXPIRES);
  }

  private Object expiry(String id) {
    Document found = documents.find(new Document("_id", id)).first();
    return found == null ? "absent" : found.getOrDefault(MongoCells.EXPIRES, "never");
  }

  private static Cell one() {
    return new Cell(1, 0, List.of(), 0, "", 1);
  }

  private static KeptCell kept(String key, Cell cell) {
    return new KeptCell(CellKey.parse(key), cell, 5);
  }
}
