package org.reachline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.contracts.LineId;
import org.reachline.contracts.Topics;
import org.reachline.embedded.EmbeddedBroker;
import org.reachline.embedded.TopicSpec;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.CanaryScan;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A gateway that starts before its broker: honest until the broker is there, and then at work
 * without a restart.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "reachline.gateway.warm-up=100ms"})
@ExtendWith({TwoAgencies.class, Canaries.class})
class KafkaAwayIT {
  private static final String PUBLIC = "https://hooks.example.org/hooks/harbor/front-desk";
  private static final int BROKER_PORT = freePort();

  @TempDir static Path folder;

  @LocalServerPort int port;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    TwoAgencies.planted().register(registry);
    Path token = Files.writeString(folder.resolve("token"), Webhooks.TOKEN);
    Path lines =
        Files.writeString(
            folder.resolve("lines.yaml"),
            """
            lines:
              - id: harbor.front-desk
                channel: twilio
                publicUrl: %s
                settings: {accountSid: AC1, address: "+15550100100"}
                secrets: {authToken: "file:%s"}
            """
                .formatted(PUBLIC, token));
    registry.add("reachline.lines", lines::toString);
    registry.add("spring.kafka.bootstrap-servers", () -> "127.0.0.1:" + BROKER_PORT);
  }

  @Test
  void aTextIsRefusedWith503WhileKafkaIsAwayAndKeptOnceItIsThereAtTheStartAndLater(
      CanaryScan canaries) throws Exception {
    Map<String, String> text =
        Webhooks.text(
            "SMaway", canaries.phone(), "+15550100100", canaries.sentence(Planted.HARBOR));

    HttpResponse<String> away = post(text);

    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.headers().firstValue("Retry-After")).isPresent();
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), BROKER_PORT)) {
      broker.createTopics(
          List.of(
              new TopicSpec(Topics.INBOUND, 1),
              new TopicSpec(Topics.RECEIPTS, 1),
              new TopicSpec(Topics.QUARANTINE, 1),
              new TopicSpec(Topics.DEAD_LETTERS, 1)));
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> post(text).statusCode() == 200);
    }

    Map<String, String> next =
        Webhooks.text(
            "SMgone", canaries.phone(), "+15550100100", canaries.sentence(Planted.HARBOR));
    HttpResponse<String> gone = post(next);

    assertThat(gone.statusCode()).isEqualTo(503);
    assertThat(gone.headers().firstValue("Retry-After")).isPresent();
    try (EmbeddedBroker _ = EmbeddedBroker.start(folder.resolve("kafka"), BROKER_PORT)) {
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> post(next).statusCode() == 200);
      assertThat(ids()).contains("SMaway", "SMgone").hasSize(2);
    }
  }

  /** Which of the two texts the topic holds, by their ids; a redelivery has the same. */
  private static Set<String> ids() {
    Map<String, String> names = new HashMap<>();
    Set<String> found = new TreeSet<>();
    for (String sid : List.of("SMaway", "SMgone")) {
      names.put(
          TwoAgencies.planted().ids().message(new LineId("harbor.front-desk"), "p:" + sid).value(),
          sid);
    }
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", "127.0.0.1:" + BROKER_PORT,
            "key.deserializer", StringDeserializer.class,
            "value.deserializer", ByteArrayDeserializer.class);
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
      TopicPartition partition = new TopicPartition(Topics.INBOUND, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          String id =
              new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.US_ASCII);
          String message = id.substring(0, id.indexOf('/'));
          found.add(names.getOrDefault(message, message));
        }
      }
    }
    return found;
  }

  private HttpResponse<String> post(Map<String, String> fields)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hooks/harbor/front-desk"))
            .header("Content-Type", Webhooks.FORM)
            .header("X-Twilio-Signature", Webhooks.signature(Webhooks.TOKEN, PUBLIC, fields))
            .POST(HttpRequest.BodyPublishers.ofString(Webhooks.encoded(fields)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }
}
