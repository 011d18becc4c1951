package org.reachline.trust.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.reachline.trust.testing.Planted.HARBOR;
import static org.reachline.trust.testing.Planted.MIRROR;

import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.InboundEvent.MessageReceived;
import org.reachline.contracts.wire.Wire;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.TopicSpec;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.Role;
import org.reachline.trust.topics.TopicWriter;

/** The kit on the real broker and store: it sees what changed and what leaked, and nothing else. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class KitIT {

  @Test
  void aChangeOfTheMirrorsDocumentsIsSeen(Backbone backbone) {
    MirrorWatch mirror = new MirrorWatch();
    mirror.database(backbone.mongoUri("changed"));

    insert(backbone, "changed", "harbor.1.aaaa");
    assertThatCode(mirror::check).doesNotThrowAnyException();

    insert(backbone, "changed", "mirror.1.aaaa");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(mirror::check)
        .withMessageContaining("mirror.1.aaaa");
  }

  @Test
  void whatIsPlantedOnPurposeIsNoChange(Backbone backbone) {
    MirrorWatch mirror = new MirrorWatch();
    mirror.database(backbone.mongoUri("planted"));

    mirror.plant(() -> insert(backbone, "planted", "mirror.1.aaaa"));

    assertThatCode(mirror::check).doesNotThrowAnyException();
  }

  @Test
  void aRecordOfTheMirrorIsSeen(Backbone backbone) {
    backbone.freshTopics(new TopicSpec(Topics.INBOUND, 2));
    MirrorWatch mirror = new MirrorWatch();
    mirror.topics(backbone.bootstrapServers(), Topics.INBOUND);

    publish(backbone, Samples.of(HARBOR).event(MessageReceived.class));
    assertThatCode(mirror::check).doesNotThrowAnyException();

    publish(backbone, Samples.of(MIRROR).event(MessageReceived.class));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(mirror::check)
        .withMessageContaining(Topics.INBOUND);
  }

  @Test
  void aCanaryOnATopicIsFound(Backbone backbone) {
    backbone.freshTopics(new TopicSpec("leaky", 1));
    CanaryScan scan = new CanaryScan();
    assertThatCode(() -> scan.topics(backbone.bootstrapServers(), "leaky"))
        .doesNotThrowAnyException();

    assertThat(
            TopicWriter.send(
                    backbone.newProducer(),
                    new Wire("leaky", "k", Map.of(), scan.phone().getBytes(StandardCharsets.UTF_8)))
                .join())
        .isNotNull();

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> scan.topics(backbone.bootstrapServers(), "leaky"))
        .withMessageContaining("leaky partition 0 offset 0: phone");
  }

  @Test
  void aCanaryInADatabaseIsFound(Backbone backbone) {
    CanaryScan scan = new CanaryScan();
    String uri = backbone.mongoUri("leaky");
    insert(backbone, "leaky", "harbor.1.aaaa");
    assertThatCode(() -> scan.database(uri)).doesNotThrowAnyException();

    try (var client = MongoClients.create(uri)) {
      assertThat(
              client
                  .getDatabase(backbone.database("leaky"))
                  .getCollection("things")
                  .insertOne(new Document("_id", "harbor.1.bbbb").append("n", scan.name()))
                  .wasAcknowledged())
          .isTrue();
    }

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> scan.database(uri))
        .withMessageContaining("things/harbor.1.bbbb");
  }

  @Test
  void bothAgenciesHaveTheSamePeople(Planted planted) {
    for (Role role : Role.values()) {
      var ours = planted.member(HARBOR, role);
      var theirs = planted.member(MIRROR, role);

      assertThat(theirs.name()).isEqualTo(ours.name());
      assertThat(theirs.phone()).isEqualTo(ours.phone());
      assertThat(theirs.id().body()).isEqualTo(ours.id().body());
      assertThat(theirs.id()).isNotEqualTo(ours.id());
    }
  }

  private static void insert(Backbone backbone, String database, String id) {
    try (var client = MongoClients.create(backbone.mongoUri(database))) {
      assertThat(
              client
                  .getDatabase(backbone.database(database))
                  .getCollection("things")
                  .insertOne(new Document("_id", id).append("agency", id.substring(0, 6)))
                  .wasAcknowledged())
          .isTrue();
    }
  }

  private static void publish(Backbone backbone, MessageReceived event) {
    assertThat(
            new TopicWriter<>(Topics.OF_INBOUND, "inbound-gateway", backbone.newProducer())
                .publish(event)
                .join())
        .isNotNull();
  }
}
