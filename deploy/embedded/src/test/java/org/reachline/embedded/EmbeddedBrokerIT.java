package org.reachline.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
  private static final TopicSpec TEXTS = new TopicSpec("texts", 2);

  @TempDir Path directory;

  @BeforeAll
  static void quiet() {
    QuietLogs.apply();
  }

  @Test
  void recordsSurviveARestartOnAnotherPort() throws Exception {
    try (EmbeddedBroker first = EmbeddedBroker.start(directory, 0)) {
      first.createTopics(List.of(TEXTS));
      send(first, "anyone there");
    }

    try (EmbeddedBroker second = EmbeddedBroker.start(directory, 0)) {
      send(second, "still here");
      assertThat(values(second)).containsExactlyInAnyOrder("anyone there", "still here");
    }
  }

  @Test
  void theSamePortServesAgainAfterARestart() throws Exception {
    int port = Ports.free();
    EmbeddedBroker.start(directory, port).close();

    try (EmbeddedBroker again = EmbeddedBroker.start(directory, port)) {
      assertThat(again.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
      again.createTopics(List.of(TEXTS));
      send(again, "hello");
      assertThat(values(again)).containsExactly("hello");
    }
  }

  @Test
  void topicsGetTheirShapeAndCreatingThemTwiceIsHarmless() throws Exception {
    TopicSpec compacted = new TopicSpec("staff", 3, Map.of("cleanup.policy", "compact"));
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
      broker.createTopics(List.of(compacted));
      broker.createTopics(List.of(compacted, TEXTS));

      try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
        ConfigResource staff = new ConfigResource(ConfigResource.Type.TOPIC, "staff");
        var configs = admin.describeConfigs(List.of(staff)).all().get();
        var shapes = admin.describeTopics(List.of("staff")).allTopicNames().get();
        assertThat(configs.values())
            .singleElement()
            .satisfies(c -> assertThat(c.get("cleanup.policy").value()).isEqualTo("compact"));
        assertThat(shapes.values())
            .singleElement()
            .satisfies(t -> assertThat(t.partitions()).hasSize(3));
      }
    }
  }

  @Test
  void aWrongTopicSettingIsSaidWithTheTopicsName() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
      List<TopicSpec> wrong = List.of(new TopicSpec("staff", 1, Map.of("cleanup.policy", "never")));

      assertThatThrownBy(() -> broker.createTopics(wrong))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("staff")
          .hasMessageContaining("cleanup.policy");
    }
  }

  @Test
  void aTakenPortIsSaidPlainly() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> EmbeddedBroker.start(directory, port))
          .isInstanceOf(CannotStart.class)
          .hasMessage(
              "Port "
                  + port
                  + " for the broker is taken by another process: stop it or choose another port");
    }
  }

  @Test
  void aDirectoryInUseIsSaidPlainlyAndItsOwnerGoesOn() throws Exception {
    try (EmbeddedBroker owner = EmbeddedBroker.start(directory, 0)) {
      owner.createTopics(List.of(TEXTS));

      assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("in use");

      send(owner, "unharmed");
      assertThat(values(owner)).containsExactly("unharmed");
    }
  }

  @Test
  void aDirectoryWithoutItsIdentityIsNotFormattedOver() throws IOException {
    EmbeddedBroker.start(directory, 0).close();
    Files.delete(directory.resolve("kafka/meta.properties"));

    assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining("meta.properties");
  }

  @Test
  void aDamagedIdentityIsSaidInOneMessage() throws IOException {
    EmbeddedBroker.start(directory, 0).close();
    Files.writeString(directory.resolve("kafka/meta.properties"), "version=1\nnode.id=7\n");

    assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(directory.toString());
  }

  @Test
  void aDamagedMetadataLogIsAnExceptionAndNotTheEndOfTheJvm() throws IOException {
    EmbeddedBroker.start(directory, 0).close();
    Path quorum = directory.resolve("kafka/__cluster_metadata-0/quorum-state");
    Files.writeString(quorum, "not json");

    assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(directory.toString());
  }

  private static void send(EmbeddedBroker broker, String text) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("texts", text, text.getBytes(UTF_8))).get();
    }
  }

  private static List<String> values(EmbeddedBroker broker) {
    try (TopicReader reader =
        new TopicReader(broker.bootstrapServers(), "texts", Duration.ofSeconds(20))) {
      return reader.toEnd().stream()
          .map(ConsumerRecord::value)
          .map(v -> new String(v, UTF_8))
          .toList();
    }
  }
}
