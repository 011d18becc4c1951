package org.reachline.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@WithBackbone
class BackboneIT {
  private static final TopicSpec TEXTS = new TopicSpec("backbone.texts", 3);

  private final Backbone backbone;

  BackboneIT(Backbone backbone) {
    this.backbone = backbone;
  }

  @BeforeEach
  void emptyTopics() {
    backbone.freshTopics(TEXTS);
  }

  @Test
  void recordsAreReadWithKeysHeadersAndBytesInOrder() throws Exception {
    Producer<String, byte[]> producer = backbone.newProducer();
    for (int i = 0; i < 20; i++) {
      ProducerRecord<String, byte[]> text = text("conversation", "text " + i);
      text.headers().add("ce_id", ("m" + i).getBytes(UTF_8));
      producer.send(text).get();
    }

    List<ConsumerRecord<String, byte[]>> records = backbone.records("backbone.texts");

    assertThat(records).hasSize(20).extracting(ConsumerRecord::key).containsOnly("conversation");
    assertThat(records.get(19).value()).asString(UTF_8).isEqualTo("text 19");
    assertThat(records.get(19).headers().lastHeader("ce_id").value())
        .asString(UTF_8)
        .isEqualTo("m19");
  }

  @Test
  void freshTopicsAreEmptyAgain() throws Exception {
    backbone.newProducer().send(text("a", "old")).get();

    backbone.freshTopics(TEXTS);

    assertThat(backbone.records("backbone.texts")).isEmpty();
  }

  @Test
  void recordsOfAnAbortedTransactionAreNotSeen() throws Exception {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", backbone.bootstrapServers(),
            "transactional.id", backbone.groupId("tx"));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(text("a", "kept")).get();
      producer.commitTransaction();
      producer.beginTransaction();
      producer.send(text("a", "aborted")).get();
      producer.abortTransaction();
    }

    assertThat(backbone.records("backbone.texts"))
        .singleElement()
        .satisfies(record -> assertThat(record.value()).asString(UTF_8).isEqualTo("kept"));
  }

  @Test
  void awaitingRecordsReturnsThemWhenTheyCome() {
    Producer<String, byte[]> producer = backbone.newProducer();
    Thread.startVirtualThread(() -> sendOrFail(producer));

    assertThat(backbone.awaitRecords("backbone.texts", 1)).hasSize(1);
  }

  @Test
  void awaitingRecordsThatNeverComeFailsWithTheCount() {
    try (TopicReader reader =
        new TopicReader(backbone.bootstrapServers(), "backbone.texts", Duration.ofMillis(300))) {
      assertThatThrownBy(() -> reader.atLeast(1))
          .isInstanceOf(AssertionError.class)
          .hasMessage("backbone.texts: expected 1 records, got 0");
    }
  }

  @Test
  void theStoreHoldsADatabaseOfThisClass() {
    try (MongoClient client = MongoClients.create(backbone.mongoUri("cases"))) {
      client
          .getDatabase(backbone.database("cases"))
          .getCollection("c")
          .insertOne(new Document("_id", 1));
      assertThat(client.listDatabaseNames()).contains(backbone.database("cases"));
    }

    assertThat(backbone.mongoUri("cases")).contains("/" + backbone.database("cases"));
    assertThat(backbone.database("cases"))
        .startsWith("backboneit_")
        .isNotEqualTo(backbone.database());
    assertThat(backbone.storeKind()).isNotBlank();
  }

  @Nested
  class InANestedClass {
    @Test
    void theSameBackboneIsGiven(Backbone nested) {
      assertThat(nested).isSameAs(backbone).isSameAs(Backbone.current());
    }
  }

  private static void sendOrFail(Producer<String, byte[]> producer) {
    try {
      producer.send(text("a", "late")).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static ProducerRecord<String, byte[]> text(String key, String value) {
    return new ProducerRecord<>("backbone.texts", key, value.getBytes(UTF_8));
  }
}
