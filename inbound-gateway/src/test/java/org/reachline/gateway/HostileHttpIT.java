package org.reachline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.contracts.Topics;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.TopicSpec;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.CanaryScan;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whatever arrives ends in one of the answers that the README lists, with the same headers. */
@WithBackbone
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "reachline.gateway.patience=1s",
      "reachline.gateway.max-in-flight=20"
    })
@ExtendWith({TwoAgencies.class, Canaries.class})
class HostileHttpIT {
  private static final int CAP = 256 * 1024;
  private static final String[] TOPICS =
      Stream.of(Topics.INBOUND, Topics.RECEIPTS, Topics.QUARANTINE, Topics.DEAD_LETTERS)
          .toArray(String[]::new);

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
                publicUrl: %1$s
                settings: {accountSid: AC1, address: "+15550100100"}
                secrets: {authToken: "file:%2$s"}
              - id: harbor.pager
                channel: twilio
                use: staff
                publicUrl: https://hooks.example.org/staff-hooks/harbor/pager
                settings: {accountSid: AC1, address: "+15550100190"}
                secrets: {authToken: "file:%2$s"}
              - id: harbor.broken
                channel: twilio
                publicUrl: https://hooks.example.org/hooks/harbor/broken
                settings: {accountSid: AC1, address: "+15550100191"}
                secrets: {authToken: "env:NOBODY_SETS_THIS"}
            """
                .formatted(RawHttp.PUBLIC, token));
    registry.add("reachline.lines", lines::toString);
    registry.add("spring.kafka.bootstrap-servers", () -> Backbone.current().bootstrapServers());
  }

  @BeforeAll
  static void emptyTopics() {
    Backbone.current()
        .freshTopics(Stream.of(TOPICS).map(t -> new TopicSpec(t, 2, Map.of())).toList());
  }

  @TestFactory
  Stream<DynamicTest> everyRequestHasItsAnswer() {
    Map<String, Case> cases = new LinkedHashMap<>();
    paths(cases);
    sizes(cases);
    shapes(cases);
    signatures(cases);
    return cases.entrySet().stream()
        .map(c -> DynamicTest.dynamicTest(c.getKey(), () -> check(c.getValue())));
  }

  private record Case(int status, UnaryOperator<RawHttp> change, UnaryOperator<String> body) {}

  private static void paths(Map<String, Case> all) {
    put(all, "a good one", 200, r -> r);
    for (String path :
        List.of(
            "/",
            "/nowhere",
            "/hooks",
            "/hooks/harbor",
            "/hooks/harbor/absent",
            "/hooks/harbor/broken",
            "/hooks/harbor/pager",
            "/hooks/mirror/front-desk",
            "/hooks/harbor/front-desk/",
            "/hooks/harbor/front-desk/more",
            "//hooks/harbor/front-desk",
            "/hooks//harbor/front-desk",
            "/hooks/harbor/x/../front-desk",
            "/hooks/harbor/%2e%2e/front-desk",
            "/hooks/harbor%2ffront-desk",
            "/HOOKS/harbor/front-desk",
            "/hooks/Harbor/front-desk",
            "/hooks/harbor/front-desk%00",
            "/actuator/health",
            "/favicon.ico")) {
      put(all, "path " + path, 404, r -> r.path(path));
    }
    put(
        all,
        "an absent line and a body of a gigabyte",
        404,
        r -> r.path("/hooks/harbor/absent").length("1073741824"));
    put(all, "a path that is none", 400, r -> r.path("/hooks/harbor/%zz"));
    put(all, "a query that is none", 400, r -> r.path(RawHttp.LINE + "?From=%zz"));
  }

  private static void sizes(Map<String, Case> all) {
    put(all, "the cap less one", 200, r -> r, padded(CAP - 1));
    put(all, "the cap", 200, r -> r, padded(CAP));
    put(all, "the cap and one", 413, r -> r, padded(CAP + 1));
    put(all, "far beyond it, all written before a byte is read", 413, r -> r, padded(20 * CAP));
    put(all, "the cap in chunks", 200, r -> r.chunked(1000), padded(CAP));
    put(all, "the cap and one in chunks", 413, r -> r.chunked(1000), padded(CAP + 1));
    put(all, "a gigabyte announced", 413, r -> r.length("1073741824"));
    put(all, "ten bytes announced that never come", 408, r -> r.length("5000"));
    put(all, "ten bytes fewer announced", 403, r -> r.length("10"));
    put(all, "no length at all", 403, r -> r.length(null));
    put(all, "nothing, unsigned", 403, r -> r.without("X-Twilio"), _ -> "");
  }

  private static void shapes(Map<String, Case> all) {
    put(all, "two lengths", 400, r -> r.header("Content-Length", "5"));
    put(all, "length and chunks", 400, r -> r.header("Transfer-Encoding", "chunked"));
    put(all, "a negative length", 400, r -> r.length("-1"));
    put(all, "a length beyond all numbers", 400, r -> r.length("99999999999999999999"));
    put(all, "a zero in a header", 400, r -> r.header("X-A", "a\0b"));
    put(all, "a header of 9 kB", 431, r -> r.header("X-A", "a".repeat(9_000)));
    put(all, "an address of 9 kB", 414, r -> r.path(RawHttp.LINE + "?" + "a".repeat(9_000)));
    put(all, "gzip", 415, r -> r.header("Content-Encoding", "gzip"));
    put(
        all,
        "gzip behind identity",
        415,
        r -> r.header("Content-Encoding", "identity").header("Content-Encoding", "gzip"));
    put(all, "identity", 200, r -> r.header("Content-Encoding", "identity"));
    put(all, "an unknown method, unsigned", 403, r -> r.method("FOO").without("X-Twilio"));
    put(
        all,
        "a proxy's word on the address",
        200,
        r ->
            r.header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "http")
                .header("Forwarded", "host=evil.example"));
    put(
        all,
        "somebody else's trace and agency",
        200,
        r ->
            r.header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("ce_agency", "mirror"));
  }

  private static void signatures(Map<String, Case> all) {
    String header = "X-Twilio-Signature";
    put(all, "no signature", 403, r -> r.without(header));
    put(all, "an empty one", 403, r -> r.without(header).header(header, ""));
    put(
        all,
        "a wrong one",
        403,
        r -> r.without(header).header(header, "AAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    put(all, "the right one twice", 403, r -> r.header(header, "AAAA"));
    put(all, "words in place of it", 403, r -> r.without(header).header(header, CanaryScan.NAME));
    put(all, "another body", 403, r -> r, body -> body + "&Body=more");
    put(all, "another query", 403, r -> r.path(RawHttp.LINE + "?m=1"));
    put(
        all,
        "another type",
        403,
        r -> r.without("Content-Type").header("Content-Type", "text/plain"));
    put(all, "no type", 403, r -> r.without("Content-Type"));
  }

  private static void put(
      Map<String, Case> all, String name, int status, UnaryOperator<RawHttp> change) {
    put(all, name, status, change, body -> body);
  }

  private static void put(
      Map<String, Case> all,
      String name,
      int status,
      UnaryOperator<RawHttp> change,
      UnaryOperator<String> body) {
    all.put(name, new Case(status, change, body));
  }

  /** A body grown to a size by a parameter; the signature grows with it. */
  private static UnaryOperator<String> padded(int size) {
    return body -> body + "&Pad=" + "a".repeat(size - body.length() - "&Pad=".length());
  }

  private void check(Case given) throws IOException {
    Map<String, String> fields = text();
    String body = given.body().apply(Webhooks.encoded(fields));
    if (body.contains("&Pad=")) {
      fields.put("Pad", body.substring(body.indexOf("&Pad=") + 5));
    }
    String signature = Webhooks.signature(Webhooks.TOKEN, RawHttp.PUBLIC, fields);
    RawHttp request =
        given.change().apply(RawHttp.form(body).header("X-Twilio-Signature", signature));

    String answer = request.sendTo(port);

    assertThat(answer).startsWith("http/1.1 " + given.status());
    assertThat(answer)
        .contains("x-content-type-options: nosniff", "content-security-policy: default-src 'none'")
        .contains("cache-control: no-store", "referrer-policy: no-referrer")
        .doesNotContain("server:", "date:");
  }

  @Test
  void anAbsentPathAnAbsentLineAndAnotherAgencysAreTheSameBytes() throws IOException {
    String absent = RawHttp.text(text()).path("/hooks/harbor/absent").sendTo(port);

    assertThat(RawHttp.text(text()).path("/hooks/mirror/front-desk").sendTo(port))
        .isEqualTo(absent);
    assertThat(RawHttp.text(text()).path("/nowhere").sendTo(port)).isEqualTo(absent);
    assertThat(absent).contains("content-length: 0");
  }

  @Test
  void whoeverDripsTakesNobodysPlace() throws IOException {
    List<Socket> dripping = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        dripping.add(socket);
        socket.getOutputStream().write(RawHttp.text(text()).length("5000").bytes());
      }
      for (int i = 0; i < 20; i++) {
        assertThat(RawHttp.text(text()).sendTo(port)).startsWith("http/1.1 200");
      }
      for (Socket socket : dripping) {
        assertThat(RawHttp.head(socket)).startsWith("http/1.1 408").contains("connection: close");
      }
    } finally {
      for (Socket socket : dripping) {
        socket.close();
      }
    }
  }

  @Test
  void wordsInAnErrorCodeNeverTravelInTheClear(CanaryScan canaries, Backbone backbone)
      throws IOException {
    Map<String, String> receipt =
        new LinkedHashMap<>(
            Map.of(
                "MessageSid", "SMcode",
                "MessageStatus", "failed",
                "ErrorCode", canaries.sentence(Planted.HARBOR),
                "From", "+15550100100",
                "To", canaries.phone()));
    String query = "?message=harbor.1.abcdefgh";

    String answer =
        RawHttp.form(Webhooks.encoded(receipt))
            .path(RawHttp.LINE + query)
            .header(
                "X-Twilio-Signature",
                Webhooks.signature(Webhooks.TOKEN, RawHttp.PUBLIC + query, receipt))
            .sendTo(port);

    assertThat(answer).startsWith("http/1.1 200");
    assertThat(backbone.records(Topics.RECEIPTS)).isNotEmpty();
    canaries.topics(backbone.bootstrapServers(), TOPICS);
  }

  @Test
  void aMessageThatNoRecordCanHoldIsAnsweredAndADeadLetter(Backbone backbone) throws IOException {
    int before = backbone.records(Topics.DEAD_LETTERS).size();
    String controls = "\u0001".repeat(CAP - 400);
    Map<String, String> fields = Webhooks.text("SMcontrols", "+15550100142", "+15550100100", "");
    fields.put("Body", controls);
    String body = Webhooks.encoded(fields).replace("%01", "\u0001");
    String signature = Webhooks.signature(Webhooks.TOKEN, RawHttp.PUBLIC, fields);

    String answer = RawHttp.form(body).header("X-Twilio-Signature", signature).sendTo(port);

    assertThat(answer).startsWith("http/1.1 200");
    assertThat(backbone.records(Topics.DEAD_LETTERS)).hasSizeGreaterThan(before);
  }

  private static Map<String, String> text() {
    return Webhooks.text("SM1", CanaryScan.PHONE, "+15550100100", "hello " + CanaryScan.NAME);
  }
}
