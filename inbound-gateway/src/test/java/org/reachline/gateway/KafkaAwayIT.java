package org.reachline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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
  void aTextIsRefusedWith503WhileKafkaIsAwayAndKeptOnceItIsThere(CanaryScan canaries)
      throws Exception {
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
