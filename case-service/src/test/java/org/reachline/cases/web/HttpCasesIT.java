package org.reachline.cases.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.web.HttpUnderTest.Person;
import org.reachline.contracts.Derived;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.Role;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.CanaryScan;
import org.reachline.trust.testing.MirrorWatch;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;
import org.reachline.trust.web.OpenedSession;
import org.reachline.trust.web.Sessions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people and scripts see and do over HTTP, beside a mirror agency. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class HttpCasesIT {
  private static final String DANGER =
      "been outside since 6 n cant feel my hands. getting sleepy. nowhere open";
  private static final Pattern TITLES_AND_ADDRESSES =
      Pattern.compile("<title>[^<]*</title>|(?:href|action|src|data-src|data-live)=\"[^\"]*\"");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final JsonMapper JSON = new JsonMapper();

  private static HttpUnderTest service;
  private static InboundEvent.MessageReceived theirs;
  private static int unique;

  @BeforeAll
  static void start(Backbone backbone, MirrorWatch mirror, CanaryScan canaries, Planted planted) {
    service = HttpUnderTest.start(backbone);
    mirror.database(backbone.mongoUri());
    String words = DANGER + " " + canaries.sentence(Planted.MIRROR);
    theirs = service.says(Planted.MIRROR, canaries.phone(), "theirs", words);
    mirror.plant(
        () -> {
          await().atMost(SOON).until(() -> service.file(theirs).outbox().rows().isEmpty());
          await().atMost(SOON).until(() -> watched(planted));
          service.takes(theirs, planted.member(Planted.MIRROR, Role.WORKER).id());
          await().atMost(SOON).until(() -> service.file(theirs).outbox().rows().isEmpty());
        });
  }

  private static boolean watched(Planted planted) {
    var scope = planted.scope(planted.member(Planted.MIRROR, Role.WORKER));
    return service.store().watches().one(scope, Derived.crisis(theirs.messageId())) != null;
  }

  /** Streams are open then, and must not hold up the end. */
  @AfterAll
  static void stop() {
    List<String> open = hear(worker(), "/queue/live");
    await().atMost(SOON).until(() -> has(open, "event:beat"));
    Instant before = Instant.now();
    service.close();
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  private static Person worker() {
    return service.as(Planted.HARBOR, Role.WORKER);
  }

  private static String phone() {
    return "+1555010" + (1000 + unique++);
  }

  private static InboundEvent.MessageReceived says(String phone, String words) {
    return service.says(Planted.HARBOR, phone, "m" + unique++, words);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private static Map<String, String> reply(CaseFile file, String to, String text, String sendId) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("text", text);
    form.put("conversationId", to);
    form.put("seenSeq", Long.toString(file.log().seq()));
    form.put("version", Long.toString(file.log().seq()));
    form.put("sendId", sendId);
    return form;
  }

  private static Map<String, String> reply(
      InboundEvent.MessageReceived event, String text, String sendId) {
    return reply(service.file(event), event.conversationId().value(), text, sendId);
  }

  @Test
  void everyAnswerAboutAnothersCaseIsThatOfAnAbsentOne(CanaryScan canaries) {
    InboundEvent.MessageReceived ours = says(phone(), DANGER);
    await()
        .atMost(SOON)
        .until(
            () -> worker().read("/crises/" + Derived.crisis(ours.messageId())).statusCode() == 303);
    List<String> cases =
        List.of(
            service.file(theirs).id().value(),
            "mirror.1.abcdefghijklmnopqrstuvwxyz",
            "harbor.1.abcdefghijklmnopqrstuvwxyz",
            "nonsense");
    for (String path :
        List.of(
            "/c/%s",
            "/c/%s/crisis",
            "/c/%s/entries",
            "/c/%s/panel",
            "/c/%s/mylist",
            "/c/%s/card",
            "/api/v1/cases/%s")) {
      List<HttpResponse<String>> answers = new ArrayList<>();
      cases.forEach(id -> answers.add(worker().get(path.formatted(id))));
      cases.forEach(id -> answers.add(worker().read(path.formatted(id))));
      equalRefusals(path, answers, canaries);
    }
    for (String id : cases) {
      assertThat(worker().listen("/c/" + id + "/live").statusCode()).as(id).isEqualTo(404);
    }
    List<HttpResponse<String>> crises = new ArrayList<>();
    List.of(
            Derived.crisis(theirs.messageId()).value(),
            "harbor.1.abcdefghijklmnopqrstuvwxyz",
            "nonsense")
        .forEach(id -> crises.add(worker().get("/crises/" + id)));
    equalRefusals("/crises/%s", crises, canaries);
    for (String act : List.of("reply", "assign", "close")) {
      Map<String, String> form =
          reply(service.file(theirs), theirs.conversationId().value(), "x", "k1");
      List<HttpResponse<String>> answers = new ArrayList<>();
      cases.forEach(id -> answers.add(worker().post("/c/" + id + "/" + act, form)));
      equalRefusals("/c/%s/" + act, answers, canaries);
      answers.clear();
      String body =
          "{\"text\":\"x\",\"conversationId\":\"x\",\"seenSeq\":1,\"worker\":\"x\",\"reason\":\"x\"}";
      cases.forEach(
          id ->
              answers.add(
                  worker()
                      .with("Idempotency-Key", "k")
                      .command("/api/v1/cases/" + id + "/" + act, body)));
      equalRefusals("/api/v1/cases/%s/" + act, answers, canaries);
    }
  }

  private static void equalRefusals(
      String path, List<HttpResponse<String>> answers, CanaryScan canaries) {
    assertThat(answers).as(path).allMatch(answer -> answer.statusCode() == 404);
    Map<String, List<String>> byType =
        answers.stream()
            .collect(
                Collectors.groupingBy(
                    answer -> answer.headers().firstValue("content-type").orElse(""),
                    Collectors.mapping(HttpResponse::body, Collectors.toList())));
    byType.forEach(
        (type, bodies) -> assertThat(bodies).as(path + type).containsOnly(bodies.getFirst()));
    answers.forEach(answer -> canaries.foreign(path, answer.body()));
  }

  @Test
  void whoIsNotOnDutyForACaseDoesNotKnowOfIt() {
    CaseFile file = service.file(says(phone(), "hello"));
    Person onCall = service.as(Planted.HARBOR, Role.ON_CALL);

    assertThat(onCall.get("/c/" + file.id()).statusCode()).isEqualTo(404);
    assertThat(onCall.get("/queue").body()).doesNotContain(file.id().value());
    assertThat(service.as(Planted.HARBOR, Role.AUDITOR).get("/queue").statusCode()).isEqualTo(403);
  }

  @Test
  void theQueueShowsWhoWaitsAndNothingOfTheMirror(CanaryScan canaries) {
    CaseFile file =
        service.file(says(canaries.phone(), DANGER + " " + canaries.sentence(Planted.HARBOR)));

    for (String view : List.of("mine", "unassigned", "team", "waiting", "crises", "unassessed")) {
      HttpResponse<String> page = worker().get("/queue?view=" + view);
      assertThat(page.statusCode()).as(view).isEqualTo(200);
      assertThat(page.body()).contains("g-crisis-open").doesNotContain("??");
      canaries.foreign("queue " + view, page.body());
      canaries.text("titles and addresses", titlesAndAddresses(page.body()));
    }
    String team = worker().get("/queue").body();
    assertThat(team).contains("/c/" + file.id(), "Zephyrine Q.", "··42", "Take it", "vexillary");
    assertThat(team).doesNotContain("5550100142");
    assertThat(worker().get("/queue/list?view=crises").body())
        .contains("data-region=\"queue\"", file.id().value())
        .doesNotContain("<html");
    assertThat(worker().get("/queue?view=team&lang=es").body()).contains("<html", "Tomarla");
    assertThat(worker().get("/queue?view=everything").statusCode()).isEqualTo(404);
  }

  private static String titlesAndAddresses(String page) {
    return TITLES_AND_ADDRESSES
        .matcher(page)
        .results()
        .map(match -> match.group())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aThreadShowsTheWordsTheEvidenceAndTheBox(CanaryScan canaries) {
    InboundEvent.MessageReceived event =
        says(phone(), DANGER + " " + canaries.sentence(Planted.HARBOR));
    CaseFile file = service.file(event);

    HttpResponse<String> page = worker().get("/c/" + file.id());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<mark", "vexillary", "name=\"seenSeq\"", "name=\"sendId\"")
        .contains(event.conversationId().value())
        .contains("/c/" + file.id() + "/live?from=")
        .doesNotContain("??");
    canaries.foreign("thread", page.body());
    canaries.text("titles and addresses", titlesAndAddresses(page.body()));
    for (String region : List.of("crisis", "entries", "panel", "mylist", "card")) {
      HttpResponse<String> part = worker().get("/c/" + file.id() + "/" + region);
      assertThat(part.statusCode()).as(region).isEqualTo(200);
      assertThat(part.body()).as(region).doesNotContain("<html").doesNotContain("??");
    }
    assertThat(worker().get("/c/" + file.id() + "/card").body()).contains("vexillary");
    assertThat(worker().get("/c/" + file.id() + "/other").statusCode()).isEqualTo(404);
  }

  @Test
  void aFormOfAnotherSiteDoesNothing() {
    InboundEvent.MessageReceived event = says(phone(), "hello");
    CaseFile file = service.file(event);
    Map<String, String> form = reply(event, "at nine", "send-csrf");

    assertThat(worker().form("/c/" + file.id() + "/reply", form).statusCode()).isEqualTo(403);
    assertThat(
            worker()
                .with("X-CSRF", "made-up")
                .form("/c/" + file.id() + "/reply", form)
                .statusCode())
        .isEqualTo(403);
    assertThat(service.file(event).log().seq()).isEqualTo(file.log().seq());
  }

  @Test
  void aReplyPostedTwiceIsOneMessage(CanaryScan canaries) {
    InboundEvent.MessageReceived event = says(phone(), "is the clinic open");
    CaseFile file = service.file(event);
    Map<String, String> form = reply(event, "at nine, " + canaries.name(), "send-twice-1");

    HttpResponse<String> first = worker().post("/c/" + file.id() + "/reply", form);
    HttpResponse<String> second = worker().post("/c/" + file.id() + "/reply", form);

    assertThat(List.of(first, second)).allMatch(answer -> answer.statusCode() == 303);
    assertThat(first.headers().firstValue("location"))
        .contains("/c/" + file.id() + "?sent=send-twice-1");
    assertThat(service.sends(file)).hasSize(1);
    assertThat(worker().get("/c/" + file.id() + "?sent=send-twice-1").body())
        .contains("Your reply is on its way.", "at nine");
    assertThat(worker().get("/c/" + file.id() + "?sent=never-sent").body())
        .doesNotContain("Your reply is on its way.");
  }

  @Test
  void anAnswerToWhatIsNoLongerTheNewestKeepsItsWords() {
    String phone = phone();
    InboundEvent.MessageReceived event = says(phone, "is the clinic open");
    Map<String, String> form = reply(event, "at nine & <b>ten</b>", "send-stale-1");
    var _ = says(phone, DANGER);
    CaseFile file = service.file(event);

    HttpResponse<String> refused = worker().post("/c/" + file.id() + "/reply", form);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("A newer message arrived", "at nine &amp; &lt;b&gt;ten&lt;/b&gt;")
        .contains("send-stale-1");
    assertThat(service.sends(file)).isEmpty();
    Map<String, String> blank = reply(event, " ", "send-stale-2");
    assertThat(worker().post("/c/" + file.id() + "/reply", blank).statusCode()).isEqualTo(422);
    Map<String, String> nowhere = reply(file, "nowhere", "words kept", "send-stale-3");
    HttpResponse<String> odd = worker().post("/c/" + file.id() + "/reply", nowhere);
    assertThat(odd.statusCode()).isEqualTo(422);
    assertThat(odd.body()).contains("words kept");
  }

  @Test
  void afterStopNobodyCanAnswer() {
    InboundEvent.MessageReceived event = says(phone(), "hello");
    service.stops(event, "stop" + unique++);
    CaseFile file = service.file(event);

    assertThat(worker().get("/c/" + file.id()).body())
        .contains("Zephyrine said STOP to SMS on")
        .doesNotContain("<textarea");
    assertThat(worker().post("/c/" + file.id() + "/reply", reply(event, "x", "s1")).statusCode())
        .isEqualTo(409);
    HttpResponse<String> refused =
        worker()
            .with("Idempotency-Key", "k1")
            .command("/api/v1/cases/" + file.id() + "/reply", replyJson(event, "x"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).path("code").asString()).isEqualTo("opted-out");
    assertThat(service.sends(file)).isEmpty();
  }

  private static String replyJson(InboundEvent.MessageReceived event, String text) {
    return "{\"text\":\"%s\",\"conversationId\":\"%s\",\"seenSeq\":%d}"
        .formatted(text, event.conversationId(), service.file(event).log().seq());
  }

  @Test
  void aCaseIsGivenToAColleagueAndClosedByForms() {
    InboundEvent.MessageReceived event = says(phone(), "hello");
    CaseFile file = service.file(event);
    Person worker = worker();
    Map<String, String> give =
        Map.of("worker", worker.member.id().value(), "version", Long.toString(file.log().seq()));

    HttpResponse<String> given = worker.post("/c/" + file.id() + "/assign", give);
    HttpResponse<String> again = worker.post("/c/" + file.id() + "/assign", give);
    Map<String, String> stale = new LinkedHashMap<>(give);
    stale.put("worker", service.as(Planted.HARBOR, Role.SUPERVISOR).member.id().value());
    HttpResponse<String> late = worker.post("/c/" + file.id() + "/assign", stale);
    Map<String, String> auditor = new LinkedHashMap<>(give);
    auditor.put("worker", service.as(Planted.HARBOR, Role.AUDITOR).member.id().value());

    assertThat(List.of(given, again)).allMatch(answer -> answer.statusCode() == 303);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody changed this case first.");
    assertThat(worker.post("/c/" + file.id() + "/assign", auditor).statusCode()).isEqualTo(422);
    assertThat(worker.get("/queue?view=mine").body()).contains(file.id().value());
    assertThat(worker.get("/c/" + file.id() + "?done=assigned").body())
        .contains("Assigned to Luis O.");

    String seq = Long.toString(service.file(event).log().seq());
    Map<String, String> end =
        Map.of("reason", "resolved", "outcome", "connected", "seenSeq", seq, "version", seq);
    assertThat(worker.post("/c/" + file.id() + "/close", end).statusCode()).isEqualTo(303);
    assertThat(service.file(event).closed()).isTrue();
    assertThat(worker.get("/c/" + file.id() + "?done=closed").body())
        .contains("The case is closed.");
  }

  @Test
  void aCaseWithAnOpenCrisisStaysOpen() {
    InboundEvent.MessageReceived event = says(phone(), DANGER);
    CaseFile file = service.file(event);
    String seq = Long.toString(file.log().seq());

    HttpResponse<String> refused =
        worker()
            .post(
                "/c/" + file.id() + "/close",
                Map.of("reason", "resolved", "outcome", "housed", "seenSeq", seq, "version", seq));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("This case has an open crisis.");
    assertThat(service.file(event).closed()).isFalse();
  }

  @Test
  void scriptsReadCasesAndTheirVersions(CanaryScan canaries) {
    InboundEvent.MessageReceived event =
        says(phone(), DANGER + " " + canaries.sentence(Planted.HARBOR));
    CaseFile file = service.file(event);

    HttpResponse<String> list = worker().read("/api/v1/cases?view=crises&limit=200");
    HttpResponse<String> one = worker().read("/api/v1/cases/" + file.id());

    assertThat(list.body()).contains(file.id().value());
    canaries.text("list", list.body());
    JsonNode read = json(one);
    assertThat(one.headers().firstValue("etag"))
        .contains("\"" + read.path("version").asLong() + "\"");
    assertThat(read.path("id").asString()).isEqualTo(file.id().value());
    assertThat(read.path("seq").asLong()).isEqualTo(file.log().seq());
    assertThat(read.path("conversationId").asString()).isEqualTo(event.conversationId().value());
    assertThat(read.path("crisis").path("id").asString())
        .isEqualTo(Derived.crisis(event.messageId()).value());
    assertThat(read.path("entries").valueStream().map(e -> e.path("text").asString("")))
        .anyMatch(text -> text.contains("vexillary"));
    HttpResponse<String> part = worker().read("/api/v1/cases?limit=1");
    assertThat(json(part).path("cases").size()).isEqualTo(1);
    HttpResponse<String> next =
        worker().read("/api/v1/cases?limit=1&after=" + json(part).path("next").asString());
    assertThat(json(next).path("cases").get(0).path("id").asString())
        .isNotEqualTo(json(part).path("cases").get(0).path("id").asString());
    assertThat(worker().read("/api/v1/cases?after=1").statusCode()).isEqualTo(400);
  }

  @Test
  void scriptsSayWhatTheyHaveSeenAndActOnce() {
    InboundEvent.MessageReceived event = says(phone(), "hello");
    CaseFile file = service.file(event);
    String path = "/api/v1/cases/" + file.id();
    Person worker = worker();
    String give = "{\"worker\":\"%s\"}".formatted(worker.member.id());
    Person keyed = worker.with("Idempotency-Key", "k1");

    HttpResponse<String> noKey = worker.command(path + "/reply", replyJson(event, "at nine"));
    HttpResponse<String> noMatch = keyed.command(path + "/assign", give);
    HttpResponse<String> stale = keyed.with("If-Match", "\"0\"").command(path + "/assign", give);
    String tag = requireNonNull(worker.read(path).headers().firstValue("etag").orElse(null));
    HttpResponse<String> given = keyed.with("If-Match", tag).command(path + "/assign", give);
    HttpResponse<String> again = keyed.with("If-Match", tag).command(path + "/assign", give);

    assertThat(noKey.statusCode()).isEqualTo(428);
    assertThat(json(noKey).path("code").asString()).isEqualTo("idempotency-key-required");
    assertThat(noMatch.statusCode()).isEqualTo(428);
    assertThat(json(noMatch).path("code").asString()).isEqualTo("if-match-required");
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(json(stale).path("current").path("id").asString()).isEqualTo(file.id().value());
    assertThat(stale.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(List.of(given, again)).allMatch(answer -> answer.statusCode() == 200);
    assertThat(json(again).path("assignee").asString()).isEqualTo(worker.member.id().value());

    HttpResponse<String> sent = keyed.command(path + "/reply", replyJson(event, "at nine"));
    HttpResponse<String> repeated = keyed.command(path + "/reply", replyJson(event, "at nine"));
    assertThat(List.of(sent, repeated)).allMatch(answer -> answer.statusCode() == 200);
    assertThat(service.sends(file)).hasSize(1);
    HttpResponse<String> other = keyed.command(path + "/reply", replyJson(event, "at ten"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(json(other).path("code").asString()).isEqualTo("idempotency-key-reused");
    assertThat(service.sends(file)).hasSize(1);
    assertThat(
            worker
                .with("Idempotency-Key", "not a key")
                .command(path + "/reply", replyJson(event, "x"))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aStreamTellsIdsAndCodesAndEndsWithTheSession(CanaryScan canaries) {
    Person worker = worker();
    InboundEvent.MessageReceived event = says(phone(), "hello");
    CaseFile file = service.file(event);
    List<String> queue = hear(worker, "/queue/live");
    List<String> thread = hear(worker, "/c/" + file.id() + "/live");
    await().atMost(SOON).until(() -> has(queue, "event:beat") && has(thread, "event:beat"));

    var _ =
        service.says(
            Planted.HARBOR,
            phone(),
            "live" + unique++,
            DANGER + " " + canaries.sentence(Planted.HARBOR));
    service.stops(event, "live-stop" + unique++);

    await().atMost(SOON).until(() -> has(queue, "event:crisis") && has(queue, "event:changed"));
    await().atMost(SOON).until(() -> has(thread, "\"region\":\"entries\""));
    assertThat(thread).anyMatch(line -> line.contains("\"region\":\"panel\""));
    assertThat(queue).anyMatch(line -> line.matches("data:.*\"severity\":\"(imminent|high)\".*"));
    assertThat(queue).anyMatch(line -> line.matches("data:.*\"notTaken\":[1-9].*"));
    canaries.text("streams", String.join("\n", queue) + String.join("\n", thread));
    assertThat(String.join("\n", queue)).doesNotContain("mirror");

    revoke(worker);
    await().atMost(SOON).until(() -> has(queue, "event:signedout"));
  }

  private static void revoke(Person who) {
    Sessions sessions = service.bean(Sessions.class);
    String cookie = who.cookie();
    switch (sessions.open(cookie.substring(cookie.indexOf('=') + 1), Instant.now())) {
      case OpenedSession.Live(var session, var _) -> sessions.revoke(session);
      case OpenedSession.Ended(var reason) -> throw new AssertionError(reason);
    }
  }

  private static boolean has(List<String> lines, String part) {
    return lines.stream().anyMatch(line -> line.contains(part));
  }

  private static List<String> hear(Person who, String path) {
    List<String> lines = new CopyOnWriteArrayList<>();
    HttpResponse<Stream<String>> stream = who.listen(path);
    assertThat(stream.statusCode()).isEqualTo(200);
    Thread reader =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (Stream<String> body = stream.body()) {
                    body.forEach(lines::add);
                  } catch (java.io.UncheckedIOException ended) {
                    lines.add("ended");
                  }
                });
    assertThat(reader).isNotNull();
    return lines;
  }

  @Test
  void whatChangedBetweenMakingAPageAndListeningIsTold() {
    CaseFile file = service.file(says(phone(), "hello"));
    String page = worker().get("/c/" + file.id()).body();
    String live =
        Pattern.compile("data-live=\"([^\"]+)\"")
            .matcher(page)
            .results()
            .map(match -> match.group(1).replace("&amp;", "&"))
            .findFirst()
            .orElseThrow();
    String tag = "\"" + service.file(file).log().seq() + "\"";
    assertThat(
            worker()
                .with("Idempotency-Key", "gap")
                .with("If-Match", tag)
                .command(
                    "/api/v1/cases/" + file.id() + "/assign",
                    "{\"worker\":\"%s\"}".formatted(worker().member.id()))
                .statusCode())
        .isEqualTo(200);

    List<String> heard = hear(worker(), live);
    List<String> lost = hear(worker(), "/queue/live?from=otherrun.7");

    await().atMost(SOON).until(() -> has(heard, "\"region\":\"panel\""));
    await().atMost(SOON).until(() -> has(lost, "event:resync"));
  }
}
