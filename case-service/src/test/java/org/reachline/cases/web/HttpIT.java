package org.reachline.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.cases.CaseFlow;
import org.reachline.cases.ServiceUnderTest;
import org.reachline.cases.World;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.Role;
import org.reachline.trust.Scope;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.CanaryScan;
import org.reachline.trust.testing.MirrorWatch;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.SignedInAs;
import org.reachline.trust.testing.TwoAgencies;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What comes over HTTP, asked as a browser and a script would. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class HttpIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static ConfigurableApplicationContext service;
  private static CaseId ours;
  private static CaseId theirs;
  private static InboundEvent.MessageReceived danger;

  @BeforeAll
  static void start(Backbone backbone, MirrorWatch mirror, CanaryScan words) {
    service = ServiceUnderTest.start(backbone);
    CaseFlow flow = service.getBean(CaseFlow.class);
    danger =
        ServiceUnderTest.message(
            Planted.HARBOR, "H1", "cant feel my hands. " + words.sentence(Planted.HARBOR));
    InboundEvent.MessageReceived other =
        ServiceUnderTest.message(Planted.MIRROR, "M1", words.sentence(Planted.MIRROR));
    flow.accept(List.of(World.item(danger), World.item(other)));
    ours = caseOf(Planted.HARBOR, danger);
    theirs = caseOf(Planted.MIRROR, other);
    CaseStore store = service.getBean(CaseStore.class);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                World.found(store.files(), Scope.ofSweep(Planted.MIRROR, "test"), theirs)
                    .outbox()
                    .rows()
                    .isEmpty());
    mirror.database(backbone.mongoUri());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static CaseId caseOf(AgencyId agency, InboundEvent event) {
    CaseStore store = service.getBean(CaseStore.class);
    return World.found(store.placed(), Scope.ofSweep(agency, "test"), event.messageId().value())
        .caseId();
  }

  private static SignedInAs worker() {
    Planted planted = TwoAgencies.planted();
    return planted.signedIn(planted.member(Planted.HARBOR, Role.WORKER), Instant.now());
  }

  private static HttpRequest.Builder to(String path) {
    String port = service.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException away) {
      throw new AssertionError(away);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static HttpResponse<String> get(String path) {
    return send(to(path).header("Cookie", worker().cookie()).GET());
  }

  private static HttpRequest.Builder posting(String path, String type, String body) {
    return to(path)
        .header("Cookie", worker().cookie())
        .header("Sec-Fetch-Site", "same-origin")
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  /** A script's command, with its form token. */
  private static HttpRequest.Builder command(String path, String json) {
    SignedInAs me = worker();
    return to(path)
        .header("Cookie", me.cookie())
        .header("X-CSRF", me.csrf())
        .header("Sec-Fetch-Site", "same-origin")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private static CaseFile file() {
    return World.found(
        service.getBean(CaseStore.class).files(), Scope.ofSweep(Planted.HARBOR, "test"), ours);
  }

  @Test
  void anotherAgencysCaseIsAnsweredLikeAnAbsentOne(CanaryScan canaries) {
    String absent = ours.value().substring(0, ours.value().length() - 4) + "aaaa";
    for (String path : List.of("/c/%s", "/c/%s/entries", "/c/%s/card", "/api/v1/cases/%s")) {
      HttpResponse<String> foreign = get(path.formatted(theirs));
      HttpResponse<String> nothing = get(path.formatted(absent));

      assertThat(foreign.statusCode()).isEqualTo(404);
      assertThat(foreign.body()).isEqualTo(nothing.body());
      canaries.foreign(path, foreign.body());
    }
  }

  @Test
  void everyPageOfACaseShowsItsWordsAndNothingOfTheMirror(CanaryScan canaries) {
    for (String part : List.of("", "/crisis", "/entries", "/panel", "/mylist", "/card")) {
      HttpResponse<String> page = get("/c/" + ours + part);

      assertThat(page.statusCode()).as(part).isEqualTo(200);
      canaries.foreign("page" + part, page.body());
    }
    assertThat(get("/c/" + ours + "/entries").body()).contains("galoshes").contains("<mark");
    assertThat(get("/queue").body()).contains(ours.value());
    assertThat(get("/queue/list?view=crises").body()).contains(ours.value());
  }

  @Test
  void withoutASessionThereIsNothing() {
    assertThat(send(to("/api/v1/cases").GET()).statusCode()).isEqualTo(401);
    assertThat(send(to("/queue").header("Accept", "text/html").GET()).statusCode()).isEqualTo(303);
  }

  @Test
  void aFormWithoutItsTokenIsRefusedAndSendsNothing() {
    long before = file().log().seq();
    String body =
        form(
            Map.of(
                "text",
                "hello",
                "conversationId",
                danger.conversationId().value(),
                "seenSeq",
                "9",
                "sendId",
                "x1"));

    HttpResponse<String> answer =
        send(posting("/c/" + ours + "/reply", "application/x-www-form-urlencoded", body));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(file().log().seq()).isEqualTo(before);
  }

  @Test
  void aReplyByFormIsSentOnceHoweverOftenItIsPosted() {
    SignedInAs me = worker();
    String body =
        form(
            Map.of(
                "csrf",
                me.csrf(),
                "text",
                "stay where you are",
                "conversationId",
                danger.conversationId().value(),
                "seenSeq",
                Long.toString(file().log().seq()),
                "sendId",
                "form-1"));
    long before = file().log().seq();

    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer =
          send(
              to("/c/" + ours + "/reply")
                  .header("Cookie", me.cookie())
                  .header("Sec-Fetch-Site", "same-origin")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(body)));
      assertThat(answer.statusCode()).isEqualTo(303);
    }

    assertThat(file().log().seq()).isEqualTo(before + 1);
  }

  @Test
  void assigningNeedsAnIfMatchThatStillStands() {
    String worker = TwoAgencies.planted().member(Planted.HARBOR, Role.WORKER).id().value();
    String json = "{\"worker\":\"" + worker + "\"}";
    String path = "/api/v1/cases/" + ours + "/assign";
    String key = UUID.randomUUID().toString();

    HttpResponse<String> without = send(command(path, json).header("Idempotency-Key", key));
    HttpResponse<String> stale =
        send(command(path, json).header("Idempotency-Key", key).header("If-Match", "\"0\""));

    assertThat(without.statusCode()).isEqualTo(428);
    assertThat(json(without).path("code").asString("")).isEqualTo("if-match-required");
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(json(stale).path("code").asString("")).isEqualTo("stale");
    assertThat(stale.headers().firstValue("ETag")).isPresent();
  }

  @Test
  void aCaseInCrisisIsNotClosedUntilAPersonSaysHowItEnded() {
    String close =
        "{\"reason\":\"resolved\",\"outcome\":\"housed\",\"seenSeq\":%d}"
            .formatted(file().log().seq());
    HttpResponse<String> refused =
        send(
            command("/api/v1/cases/" + ours + "/close", close)
                .header("Idempotency-Key", "close-1")
                .header("If-Match", "*"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).path("code").asString("")).isEqualTo("in-crisis");
    String dispose = "/api/v1/crises/" + Derived.crisis(danger.messageId()) + "/dispose";
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get("/crises/" + Derived.crisis(danger.messageId())).statusCode() == 303);

    HttpResponse<String> unknown =
        send(command(dispose, "{\"outcome\":\"bored\"}").header("Idempotency-Key", "d0"));
    HttpResponse<String> missing = send(command(dispose, "{}").header("Idempotency-Key", "d00"));
    HttpResponse<String> done =
        send(command(dispose, "{\"outcome\":\"de-escalated\"}").header("Idempotency-Key", "d1"));

    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(missing.statusCode()).isEqualTo(422);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(file().inCrisis()).isFalse();
  }

  @Test
  void theApiListsCasesWithoutWords(CanaryScan canaries) {
    HttpResponse<String> list = get("/api/v1/cases");

    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body()).contains(ours.value()).doesNotContain(theirs.value());
    canaries.text("list of cases", list.body());
  }
}
