package org.reachline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.contracts.Topics;
import org.reachline.contracts.wire.DeadLetters;
import org.reachline.contracts.wire.EventCodec;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.TopicSpec;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.CanaryScan;
import org.reachline.trust.testing.MirrorWatch;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway as a provider meets it: real HTTP in, real topics out. */
@WithBackbone
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "management.server.port=0")
@ExtendWith({TwoAgencies.class, Canaries.class})
class HttpHooksIT {
  private static final String PUBLIC = "https://hooks.example.org/hooks/harbor/front-desk";
  private static final String[] TOPICS =
      Stream.of(Topics.INBOUND, Topics.RECEIPTS, Topics.QUARANTINE, Topics.DEAD_LETTERS)
          .toArray(String[]::new);

  @TempDir static Path folder;

  @LocalServerPort int port;
  @LocalManagementPort int managementPort;
  private final HttpClient http = HttpClient.newHttpClient();

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
                publicUrl: %1$s
                settings: {accountSid: AC1, address: "+15550100100"}
                secrets: {authToken: "file:%2$s"}
              - id: mirror.front-desk
                channel: twilio
                publicUrl: https://hooks.example.org/hooks/mirror/front-desk
                settings: {accountSid: AC2, address: "+15550100100"}
                secrets: {authToken: "file:%2$s"}
            """
                .formatted(PUBLIC, token));
    registry.add("reachline.lines", lines::toString);
    registry.add("spring.kafka.bootstrap-servers", () -> Backbone.current().bootstrapServers());
  }

  @BeforeAll
  static void emptyTopics() {
    Backbone.current()
        .freshTopics(Stream.of(TOPICS).map(t -> new TopicSpec(t, 2, Map.of())).toList());
  }

  @BeforeEach
  void theMirrorAgencyIsWatched(MirrorWatch mirror) {
    mirror.topics(Backbone.current().bootstrapServers(), TOPICS);
  }

  @Test
  void aSignedTextIsOnTheTopicBeforeItsAnswerAndNowhereInTheClear(
      CanaryScan canaries, Backbone backbone) throws Exception {
    Map<String, String> text =
        Webhooks.text(
            "SMclear", canaries.phone(), "+15550100100", canaries.sentence(Planted.HARBOR));

    HttpResponse<String> answer = post("/hooks/harbor/front-desk", PUBLIC, text);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<Response/>");
    assertThat(backbone.records(Topics.INBOUND))
        .anySatisfy(r -> assertThat(header(r, EventCodec.AGENCY)).isEqualTo("harbor"));
    canaries.topics(backbone.bootstrapServers(), TOPICS);
    canaries.page("metrics", "http://127.0.0.1:" + managementPort + "/actuator/prometheus");
  }

  @Test
  void anUnknownLineIs404AndAForeignMethodIsNoWayIn() throws Exception {
    assertThat(post("/hooks/harbor/absent", PUBLIC, Map.of("Body", "x")).statusCode())
        .isEqualTo(404);
    assertThat(post("/hooks/nobody/front-desk", PUBLIC, Map.of("Body", "x")).statusCode())
        .isEqualTo(404);
    assertThat(post("/hooks/..%2f/front-desk", PUBLIC, Map.of("Body", "x")).statusCode())
        .isIn(400, 404);
  }

  @Test
  void anOversizedBodyIs413AndItsHeadIsEvidenceForPeople(
      Backbone backbone, @Autowired MeterRegistry registry) throws Exception {
    int before = backbone.records(Topics.INBOUND).size();
    Map<String, String> huge =
        Webhooks.text("SMhuge", "+15550100142", "+15550100100", "x".repeat(3_000_000));

    assertThat(post("/hooks/harbor/front-desk", PUBLIC, huge).statusCode()).isEqualTo(413);
    huge.put("Body", "y".repeat(3_000_000));
    assertThat(post("/hooks/harbor/front-desk", PUBLIC, huge).statusCode()).isEqualTo(413);

    assertThat(backbone.records(Topics.INBOUND)).hasSize(before);
    assertThat(backbone.records(Topics.QUARANTINE))
        .filteredOn(r -> new String(r.value(), UTF_8).contains("\"too-large\""))
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.value().length).isLessThan(5_000))
        .extracting(r -> header(r, EventCodec.ID))
        .doesNotHaveDuplicates();
    assertThat(
            registry
                .get(IntakeMetrics.ITEMS)
                .tags("line", "harbor.front-desk", "outcome", "quarantined", "why", "too-large")
                .counter()
                .count())
        .isEqualTo(2);
  }

  @Test
  void aBadSignatureIs403AndTheRequestIsQuarantined(Backbone backbone) throws Exception {
    Map<String, String> text = Webhooks.text("SMforged", "+15550100142", "+15550100100", "hello");

    HttpResponse<String> answer = post("/hooks/harbor/front-desk", PUBLIC + "/elsewhere", text);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(backbone.records(Topics.QUARANTINE)).isNotEmpty();
  }

  @Test
  void anAuthenticRequestWithoutSenseIs200AndADeadLetter(Backbone backbone) throws Exception {
    HttpResponse<String> answer =
        post("/hooks/harbor/front-desk", PUBLIC, Map.of("AccountSid", "AC1", "Body", "x"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(backbone.records(Topics.DEAD_LETTERS))
        .anySatisfy(r -> assertThat(header(r, DeadLetters.CODE)).isEqualTo("UNUSABLE"));
  }

  @Test
  void aCompressedBodyIs415AndQuarantinedUnopened() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hooks/harbor/front-desk"))
            .header("Content-Type", Webhooks.FORM)
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {31, -117, 8, 0}))
            .build();

    assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(415);
  }

  @Test
  void theSameMessageDeliveredTwiceHasOneIdAndBothAreAnswered(Backbone backbone) throws Exception {
    Map<String, String> text =
        Webhooks.text("SMtwice", "+15550100142", "+15550100100", "hello again");

    post("/hooks/harbor/front-desk", PUBLIC, text);
    assertThat(post("/hooks/harbor/front-desk", PUBLIC, text).statusCode()).isEqualTo(200);

    long distinct =
        backbone.records(Topics.INBOUND).stream()
            .map(r -> header(r, EventCodec.ID))
            .distinct()
            .count();
    assertThat(backbone.records(Topics.INBOUND).size()).isGreaterThan((int) distinct);
  }

  private HttpResponse<String> post(String path, String signedUrl, Map<String, String> fields)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", Webhooks.FORM)
            .header("X-Twilio-Signature", Webhooks.signature(Webhooks.TOKEN, signedUrl, fields))
            .POST(HttpRequest.BodyPublishers.ofString(Webhooks.encoded(fields)))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.US_ASCII);
  }
}
