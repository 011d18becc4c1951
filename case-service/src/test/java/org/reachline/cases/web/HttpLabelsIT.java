package org.reachline.cases.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.cases.World;
import org.reachline.cases.store.ExampleStore;
import org.reachline.cases.web.HttpUnderTest.Person;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.Role;
import org.reachline.trust.Scope;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.CanaryScan;
import org.reachline.trust.testing.MirrorWatch;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Labels, the sample and the export over HTTP, beside a mirror agency. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class HttpLabelsIT {
  private static final String DANGER = "cant feel my hands. getting sleepy. nowhere open";
  private static final String CALM = "thanks, see you at ten";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final JsonMapper JSON = new JsonMapper();
  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();
  private static HttpUnderTest service;
  private static InboundEvent.MessageReceived theirs;
  private static int unique;

  @BeforeAll
  static void start(Backbone backbone, MirrorWatch mirror, CanaryScan canaries) {
    service = HttpUnderTest.start(backbone, backbone.mongoUri(), "reachline.cases.sample-one-in=1");
    LOG.start(); // a service that starts sets the logging up anew
    ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(LOG);
    mirror.database(backbone.mongoUri());
    String words = CALM + " " + canaries.sentence(Planted.MIRROR);
    theirs = service.says(Planted.MIRROR, canaries.phone(), "theirs", words);
    mirror.plant(
        () -> {
          await().atMost(SOON).until(() -> service.file(theirs).outbox().rows().isEmpty());
          await().atMost(SOON).until(() -> isPicked(theirs));
        });
  }

  @AfterAll
  static void stop() {
    service.close();
    ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(LOG);
    assertThat(logged())
        .anyMatch(line -> line.startsWith("examples-exported by=harbor."))
        .noneMatch(line -> line.contains("galoshes"));
  }

  /** A broker's thread may be in the middle of a line. */
  private static List<String> logged() {
    synchronized (LOG) {
      return LOG.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
  }

  private static boolean isPicked(InboundEvent.MessageReceived message) {
    Scope scope = Scope.ofEvent(message, "test");
    return service.bean(ExampleStore.class).examples().one(scope, message.messageId()) != null;
  }

  private static Person as(Role role) {
    return service.as(Planted.HARBOR, role);
  }

  private static InboundEvent.MessageReceived says(String words) {
    String phone = "+1555010" + (3000 + unique++);
    return service.says(Planted.HARBOR, phone, "l" + unique++, words);
  }

  private static String path(InboundEvent.MessageReceived message) {
    return "/api/v1/cases/"
        + service.file(message).id()
        + "/messages/"
        + message.messageId()
        + "/label";
  }

  private static HttpResponse<String> label(
      Person who, InboundEvent.MessageReceived message, String key, String json) {
    return who.with("Idempotency-Key", key).command(path(message), json);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> tap(
      Person who, InboundEvent.MessageReceived message, String mark) {
    return who.post(
        "/c/" + service.file(message).id() + "/label",
        Map.of("mark", mark + " " + message.messageId()));
  }

  private static String page(Person who, InboundEvent.MessageReceived message) {
    return who.get("/c/" + service.file(message).id()).body();
  }

  /** Everything there is to export, by message. */
  private static Map<String, JsonNode> exported(Person who, int limit) {
    List<JsonNode> lines = new ArrayList<>();
    String next = "/api/v1/examples?limit=" + limit;
    Set<String> seen = new HashSet<>();
    while (!next.isEmpty() && seen.add(next)) {
      HttpResponse<String> part = who.read(next);
      assertThat(part.statusCode()).isEqualTo(200);
      part.body().lines().map(JSON::readTree).forEach(lines::add);
      next = part.headers().firstValue("link").orElse("").replaceAll("^<|>; rel=\"next\"$", "");
    }
    return lines.stream().collect(Collectors.toMap(line -> line.get("id").asString(), l -> l));
  }

  @Test
  void oneTapSaysThatACrisisWasMissedAndOneMoreTakesItBack() {
    var message = says(CALM);
    Person worker = as(Role.WORKER);
    assertThat(page(worker, message)).contains("missed - " + message.messageId());

    HttpResponse<String> done = tap(worker, message, "missed -");

    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(done.headers().firstValue("location"))
        .hasValueSatisfying(to -> assertThat(to).contains("?done=missed").contains("#e-"));
    assertThat(page(worker, message))
        .contains("Missed crisis, says")
        .contains("withdrawn - " + message.messageId());
    tap(worker, message, "missed medical");
    assertThat(page(worker, message)).contains("· Medical");
    tap(worker, message, "withdrawn -");
    assertThat(page(worker, message)).doesNotContain("Missed crisis, says");
    assertThat(service.file(message).inCrisis()).isFalse();
  }

  @Test
  void aFalseAlarmIsNotedAndTheCrisisStaysOpen() {
    var message = says(DANGER);
    await().atMost(SOON).until(() -> service.file(message).inCrisis());

    HttpResponse<String> answer =
        label(as(Role.SUPERVISOR), message, "k1", "{\"label\":\"false-alarm\"}");

    assertThat(json(answer).get("label").asString()).isEqualTo("false-alarm");
    assertThat(json(answer).get("severity").asString()).isEqualTo("none");
    assertThat(service.file(message).inCrisis()).isTrue();
    assertThat(label(as(Role.WORKER), says(CALM), "k1", "{\"label\":\"false-alarm\"}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void theSameKeyIsTheSameLabelAndOtherWordsUnderItAreRefused() {
    var message = says(CALM);
    Person worker = as(Role.WORKER);
    String missed = "{\"label\":\"missed\",\"category\":\"exposure\",\"severity\":\"imminent\"}";

    HttpResponse<String> first = label(worker, message, "k7", missed);
    HttpResponse<String> again = label(worker, message, "k7", missed);
    HttpResponse<String> other = label(worker, message, "k7", "{\"label\":\"withdrawn\"}");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(json(other).get("code").asString()).isEqualTo("idempotency-key-reused");
    Scope scope = Scope.ofEvent(message, "test");
    var kept = World.found(service.bean(ExampleStore.class).examples(), scope, message.messageId());
    assertThat(kept.marks()).hasSize(1);
    assertThat(kept.marks().getFirst().by()).isEqualTo(worker.member.id());
  }

  @Test
  void whatIsNoLabelOrNoMessageOfTheCaseIsRefusedByName() {
    var message = says(CALM);
    Person worker = as(Role.WORKER);

    assertThat(worker.command(path(message), "{\"label\":\"missed\"}").statusCode()).isEqualTo(428);
    assertThat(json(label(worker, message, "k", "{}")).get("code").asString())
        .isEqualTo("unknown-label");
    assertThat(
            json(label(worker, message, "k", "{\"label\":\"missed\",\"severity\":\"low\"}"))
                .get("code")
                .asString())
        .isEqualTo("unknown-label");
    String elsewhere =
        path(message).replace(message.messageId().value(), says(CALM).messageId().value());
    HttpResponse<String> wrong =
        worker.with("Idempotency-Key", "k").command(elsewhere, "{\"label\":\"missed\"}");
    assertThat(wrong.statusCode()).isEqualTo(404);
    assertThat(json(wrong).get("code").asString()).isEqualTo("unknown-message");
    String foreign = path(message).replace(message.messageId().value(), theirs.messageId().value());
    assertThat(
            worker
                .with("Idempotency-Key", "k")
                .command(foreign, "{\"label\":\"missed\"}")
                .statusCode())
        .isEqualTo(404);
    assertThat(
            worker
                .with("Idempotency-Key", "k")
                .command(path(theirs), "{\"label\":\"missed\"}")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void thoseWhoDoNotWorkOnCasesLabelNothingReadNoSampleAndTakeNothingOut() {
    var message = says(CALM);
    for (Role role : List.of(Role.ON_CALL, Role.ADMIN, Role.AUDITOR, Role.OPERATOR)) {
      Person who = as(role);
      assertThat(label(who, message, "k", "{\"label\":\"missed\"}").statusCode())
          .as(role.code())
          .isEqualTo(404);
      assertThat(tap(who, message, "missed -").statusCode()).as(role.code()).isEqualTo(404);
      assertThat(who.get("/queue/review").statusCode()).as(role.code()).isEqualTo(403);
      assertThat(who.read("/api/v1/examples").statusCode()).as(role.code()).isEqualTo(403);
    }
    assertThat(as(Role.WORKER).read("/api/v1/examples").statusCode()).isEqualTo(403);
  }

  @Test
  void whoeverSupervisesTakesLabelledWordsOutAsLinesInParts() {
    var missed = says("galoshes \"quoted\"\nand a second line");
    var alarm = says(DANGER + " galoshes");
    var back = says(CALM);
    Person worker = as(Role.WORKER);
    label(worker, missed, "a", "{\"label\":\"missed\",\"category\":\"medical\"}");
    label(worker, alarm, "b", "{\"label\":\"false-alarm\"}");
    label(worker, back, "c", "{\"label\":\"missed\"}");
    label(worker, back, "d", "{\"label\":\"withdrawn\"}");

    Map<String, JsonNode> lines = exported(as(Role.SUPERVISOR), 1);

    JsonNode line = requireNonNull(lines.get(missed.messageId().value()));
    assertThat(line.propertyNames())
        .containsExactly(
            "id",
            "text",
            "lang",
            "category",
            "severity",
            "label",
            "detector",
            "rules_version",
            "at");
    assertThat(line.get("text").asString()).isEqualTo("galoshes \"quoted\"\nand a second line");
    assertThat(line.get("category").asString()).isEqualTo("medical");
    assertThat(line.get("severity").asString()).isEqualTo("high");
    assertThat(line.get("detector").get("severity").asString()).isEqualTo("none");
    assertThat(line.get("rules_version").asString()).isNotEmpty();
    JsonNode other = requireNonNull(lines.get(alarm.messageId().value()));
    assertThat(other.get("label").asString()).isEqualTo("false-alarm");
    assertThat(other.get("severity").asString()).isEqualTo("none");
    assertThat(other.get("detector").get("cues").size()).isPositive();
    assertThat(lines)
        .doesNotContainKey(back.messageId().value())
        .doesNotContainKey(theirs.messageId().value());
  }

  @Test
  void aPickedMessageIsReadOnItsPageAndGoesFromItWithOneTap() {
    var calm = says("picked galoshes");
    var danger = says(DANGER);
    Person worker = as(Role.WORKER);
    await().atMost(SOON).until(() -> isPicked(calm));
    String before = worker.get("/queue/review").body();
    assertThat(before).doesNotContain("/api/v1/examples");
    assertThat(as(Role.SUPERVISOR).get("/queue/review").body())
        .contains("href=\"/api/v1/examples\"");
    assertThat(before)
        .contains("nothing-missed - " + calm.messageId())
        .contains("missed - " + calm.messageId())
        .contains("picked galoshes")
        .doesNotContain(danger.messageId().value())
        .doesNotContain(theirs.messageId().value());

    HttpResponse<String> done =
        worker.post(
            "/c/" + service.file(calm).id() + "/label",
            Map.of("mark", "nothing-missed - " + calm.messageId(), "to", "review"));

    String to = done.headers().firstValue("location").orElse("");
    assertThat(worker.get(to).body())
        .doesNotContain("picked galoshes")
        .contains("Last one: nothing missed")
        .contains("withdrawn - " + calm.messageId());
    worker.post(
        "/c/" + service.file(calm).id() + "/label",
        Map.of("mark", "withdrawn - " + calm.messageId(), "to", "review"));
    assertThat(worker.get("/queue/review").body()).contains("picked galoshes");
  }
}
