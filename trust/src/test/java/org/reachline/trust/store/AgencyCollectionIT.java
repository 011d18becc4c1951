package org.reachline.trust.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.reachline.trust.testing.Planted.HARBOR;
import static org.reachline.trust.testing.Planted.MIRROR;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.contracts.AgencyId;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.Scope;
import org.reachline.trust.store.AgencyCollection.Write;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.MirrorWatch;
import org.reachline.trust.testing.TwoAgencies;

@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgencyCollectionIT {
  private static final Scope OURS = Scope.ofSweep(HARBOR, "test");
  private static final Scope THEIRS = Scope.ofSweep(MIRROR, "test");

  private final MongoClient client;
  private final MongoCollection<Document> raw;
  private final AgencyCollection things;

  AgencyCollectionIT(Backbone backbone) {
    client = MongoClients.create(backbone.mongoUri());
    raw = client.getDatabase(backbone.database()).getCollection("things");
    things = new AgencyCollection(raw);
  }

  @BeforeAll
  void plantTheMirror(Backbone backbone, MirrorWatch mirror) {
    assertThat(things.insertIfAbsent(THEIRS, thing("mirror.1.aaaa", 1, "theirs"))).isTrue();
    mirror.database(backbone.mongoUri());
  }

  @BeforeEach
  void forgetOurs() {
    assertThat(raw.deleteMany(Filters.eq("agency", "harbor")).wasAcknowledged()).isTrue();
  }

  @AfterAll
  void close() {
    client.close();
  }

  @Test
  void ourDocumentIsFoundById() {
    assertThat(things.insertIfAbsent(OURS, thing("harbor.1.aaaa", 1, "ours"))).isTrue();

    assertThat(things.byId(OURS, "harbor.1.aaaa")).containsEntry("text", "ours");
  }

  @Test
  void anotherAgencysDocumentIsLikeAnAbsentOne() {
    assertThat(things.byId(OURS, "mirror.1.aaaa")).isNull();
    assertThat(things.byId(OURS, "harbor.1.none")).isNull();
    assertThat(things.byIds(OURS, List.of("mirror.1.aaaa", "harbor.1.none"))).isEmpty();
  }

  @Test
  void aDocumentWhoseAgencyDoesNotMatchItsIdIsNobodys() {
    raw.insertOne(thing("harbor.1.odd", 1, "odd").append("agency", "mirrored"));

    assertThat(things.byId(OURS, "harbor.1.odd")).isNull();
    assertThat(things.byIds(OURS, List.of("harbor.1.odd"))).isEmpty();
    assertThat(raw.deleteOne(Filters.eq("_id", "harbor.1.odd")).getDeletedCount()).isOne();
  }

  @Test
  void anAgencyWhoseCodeBeginsLikeOursIsAnother() {
    Scope longer = Scope.ofSweep(new AgencyId("harbor-two"), "test");

    assertThat(things.insertIfAbsent(longer, thing("harbor-two.1.aaaa", 1, "theirs"))).isTrue();

    assertThat(things.byId(OURS, "harbor-two.1.aaaa")).isNull();
    assertThat(raw.deleteOne(Filters.eq("_id", "harbor-two.1.aaaa")).getDeletedCount()).isOne();
  }

  @Test
  void manyAreReadAtOnce() {
    insert("harbor.1.aaaa", "harbor.1.bbbb", "harbor.1.cccc");

    assertThat(things.byIds(OURS, List.of("harbor.1.aaaa", "harbor.1.cccc", "harbor.1.aaaa")))
        .extracting(d -> d.getString("_id"))
        .containsExactlyInAnyOrder("harbor.1.aaaa", "harbor.1.cccc");
  }

  @Test
  void aRangeHoldsOursAloneWhateverTheFilterSays() {
    insert("harbor.1.aaaa");

    assertThat(things.ranged(OURS, Filters.exists("text"), Sorts.ascending("_id"), 10)).hasSize(1);
    assertThat(
            things.ranged(
                OURS,
                Filters.or(Filters.eq("agency", "mirror"), Filters.exists("_id")),
                Sorts.ascending("_id"),
                10))
        .extracting(d -> d.getString("_id"))
        .containsExactly("harbor.1.aaaa");
    assertThat(things.ranged(OURS, Filters.eq("agency", "mirror"), Sorts.ascending("_id"), 10))
        .isEmpty();
  }

  @Test
  void codeInAFilterIsRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                things.ranged(
                    OURS,
                    Filters.or(Filters.where("true"), Filters.exists("_id")),
                    Sorts.ascending("_id"),
                    10))
        .withMessage("a filter with $where");
  }

  @Test
  void anIdIsInsertedOnce() {
    assertThat(things.insertIfAbsent(OURS, thing("harbor.1.aaaa", 1, "first"))).isTrue();
    assertThat(things.insertIfAbsent(OURS, thing("harbor.1.aaaa", 1, "second"))).isFalse();

    assertThat(things.byId(OURS, "harbor.1.aaaa")).containsEntry("text", "first");
  }

  @Test
  void aStaleVersionReplacesNothing() {
    insert("harbor.1.aaaa");

    assertThat(things.replaceIf(OURS, thing("harbor.1.aaaa", 2, "second"), 1)).isTrue();
    assertThat(things.replaceIf(OURS, thing("harbor.1.aaaa", 2, "late"), 1)).isFalse();

    assertThat(things.byId(OURS, "harbor.1.aaaa")).containsEntry("text", "second");
  }

  @Test
  void theAgencyOfADocumentCannotBeChanged() {
    insert("harbor.1.aaaa");
    Document stray = thing("harbor.1.aaaa", 2, "second").append("agency", "mirror");

    assertThat(things.replaceIf(OURS, stray, 1)).isTrue();

    assertThat(things.byId(OURS, "harbor.1.aaaa")).containsEntry("agency", "harbor");
  }

  @Test
  void nothingIsWrittenUnderAnotherAgencysId() {
    Document foreign = thing("mirror.1.aaaa", 2, "ours now");

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> things.replaceIf(OURS, foreign, 1));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> things.insertIfAbsent(OURS, foreign));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> things.bulk(OURS, List.of(new Write.Replace(foreign, 1))));
  }

  @Test
  void aBulkTellsExactlyWhatItMissed() {
    insert("harbor.1.aaaa", "harbor.1.bbbb");
    assertThat(things.replaceIf(OURS, thing("harbor.1.bbbb", 2, "moved on"), 1)).isTrue();

    var missed =
        things.bulk(
            OURS,
            List.of(
                new Write.Insert(thing("harbor.1.aaaa", 1, "again")),
                new Write.Insert(thing("harbor.1.cccc", 1, "new")),
                new Write.Replace(thing("harbor.1.bbbb", 2, "stale"), 1),
                new Write.Replace(thing("harbor.1.dddd", 2, "nowhere"), 1)));

    assertThat(missed).containsExactlyInAnyOrder("harbor.1.aaaa", "harbor.1.bbbb", "harbor.1.dddd");
    assertThat(things.byId(OURS, "harbor.1.cccc")).containsEntry("text", "new");
  }

  @Test
  void aReplacementThatHappenedIsNotMissedBecauseATimeReadsBackAsADate() {
    insert("harbor.1.aaaa", "harbor.1.bbbb");
    Document timed =
        thing("harbor.1.aaaa", 2, "x").append("at", Instant.parse("2026-01-17T04:12:07.250Z"));

    var missed =
        things.bulk(
            OURS,
            List.of(
                new Write.Replace(timed, 1),
                new Write.Replace(thing("harbor.1.bbbb", 9, "stale"), 8)));

    assertThat(missed).containsExactly("harbor.1.bbbb");
  }

  @Test
  void operatorsFromInputAreText() {
    insert("harbor.1.aaaa");
    String hostile = "{\"$gt\": \"\"}";

    assertThat(things.byId(OURS, hostile)).isNull();
    assertThat(things.byId(OURS, "harbor.1." + hostile)).isNull();
    assertThat(things.ranged(OURS, Filters.eq("text", hostile), Sorts.ascending("_id"), 10))
        .isEmpty();
    assertThat(things.insertIfAbsent(OURS, thing("harbor.1.bbbb", 1, hostile))).isTrue();
    assertThat(things.ranged(OURS, Filters.eq("text", hostile), Sorts.ascending("_id"), 10))
        .hasSize(1);
  }

  private void insert(String... ids) {
    for (String id : ids) {
      assertThat(things.insertIfAbsent(OURS, thing(id, 1, "first"))).isTrue();
    }
  }

  private static Document thing(String id, long version, String text) {
    return new Document("_id", id).append("v", version).append("text", text);
  }
}
