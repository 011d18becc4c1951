package org.reachline.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Category;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Sealed;
import org.reachline.contracts.Severity;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.CrisisEvent.CrisisDisposed;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.contracts.events.CrisisEvent.CrisisReassessed;
import org.reachline.contracts.events.DeliveryEvent;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.EscalationEvent.Acknowledged;
import org.reachline.contracts.events.EscalationEvent.Resolved;
import org.reachline.contracts.events.OutboundEvent.ConsentChanged;
import org.reachline.contracts.events.OutboundEvent.Purpose;
import org.reachline.contracts.events.OutboundEvent.SendRequested;
import org.reachline.contracts.events.ReceiptEvent;
import org.reachline.contracts.events.ReceiptEvent.ReceiptReceived;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.OutboundContent;
import org.reachline.contracts.wire.DeadLetters;
import org.reachline.contracts.wire.EventCodec;
import org.reachline.contracts.wire.Wire;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.notifier.ProviderStub.Taken;
import org.reachline.trust.Role;
import org.reachline.trust.keys.Place;
import org.reachline.trust.staff.Member;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.CanaryScan;
import org.reachline.trust.testing.MirrorWatch;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.SignedInAs;
import org.reachline.trust.testing.StruckConsumer;
import org.reachline.trust.testing.TwoAgencies;
import org.reachline.trust.topics.KafkaWatch;

/** The service as a whole: messages to clients, pages to staff, and who may see what of it. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class NotifierIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final AgencyId HARBOR = Planted.HARBOR;
  private static final AgencyId MIRROR = Planted.MIRROR;
  private static NotifierUnderTest notifier;
  private static Planted planted;
  private static int unique;

  @BeforeAll
  static void start(
      Backbone backbone,
      Planted plantedAgencies,
      MirrorWatch mirror,
      CanaryScan canaries,
      @TempDir Path folder) {
    planted = plantedAgencies;
    notifier = NotifierUnderTest.start(backbone, planted, folder);
    mirror.database(backbone.mongoUri());
    mirror.topics(backbone.bootstrapServers(), Topics.DELIVERY, Topics.ESCALATIONS);
    canaries.later("pages", () -> pageBytes(folder));
  }

  @AfterAll
  static void stop() {
    notifier.close();
  }

  private static byte[] pageBytes(Path folder) {
    assertThat(folder).isNotNull();
    StringBuilder all = new StringBuilder();
    notifier.provider().taken().stream()
        .filter(t -> t.body().startsWith("Relay"))
        .forEach(t -> all.append(t).append('\n'));
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  @BeforeEach
  void another() {
    unique++;
  }

  private static String named(String name) {
    return name + " " + unique;
  }

  private static ConversationId conversation(AgencyId agency) {
    return NotifierUnderTest.samples(agency.value()).id(ConversationId::new, named("someone"));
  }

  private static SendRequested send(AgencyId agency, String name, Purpose purpose, String words) {
    var samples = NotifierUnderTest.samples(agency.value());
    SendRequested sample = samples.event(SendRequested.class);
    MessageId id = samples.id(MessageId::new, named(name));
    OutboundContent content = new OutboundContent(planted.clientPhone(), new MessageText(words));
    Sealed sealed =
        planted
            .sealing()
            .seal(
                agency,
                org.reachline.trust.keys.Purpose.SEND,
                Place.ofEvent(Topics.OUTBOUND, id.value() + "/send"),
                content);
    return new SendRequested(
        id,
        conversation(agency),
        sample.caseId(),
        sample.clientId(),
        planted.line(agency),
        "twilio",
        purpose,
        sample.author(),
        0,
        Instant.now(),
        sealed);
  }

  private static CrisisRaised raise(AgencyId agency) {
    var samples = NotifierUnderTest.samples(agency.value());
    CrisisRaised sample = samples.event(CrisisRaised.class);
    CrisisRaised crisis =
        new CrisisRaised(
            samples.id(CrisisId::new, named("crisis")),
            conversation(agency),
            samples.id(MessageId::new, named("crisis")),
            sample.category(),
            Severity.IMMINENT,
            sample.evidence(),
            sample.rulesVersion(),
            Instant.now(),
            Instant.now());
    notifier.publish(Topics.OF_CRISES, crisis);
    return crisis;
  }

  private static Member maya() {
    return notifier.member("harbor", Role.ON_CALL);
  }

  /** The next page to a phone that no test has seen yet. */
  private static Taken nextPage(Member to, int before) {
    await().atMost(SOON).until(() -> pagesTo(to).size() > before);
    return pagesTo(to).get(before);
  }

  private static List<Taken> pagesTo(Member to) {
    return notifier.provider().takenFor(NotifierUnderTest.phone(to)).stream()
        .filter(t -> t.body().contains("urgent page"))
        .toList();
  }

  private static String code(Taken page) {
    return page.body().replaceAll(".*urgent page (...).*", "$1");
  }

  private static Stream<DeliveryEvent> outcomes(SendRequested of) {
    return notifier.events(Topics.OF_DELIVERY, of.agency()).stream()
        .filter(e -> e.messageId().equals(of.messageId()));
  }

  private static void awaitOutcome(SendRequested of, Class<? extends DeliveryEvent> outcome) {
    await().atMost(SOON).until(() -> outcomes(of).anyMatch(outcome::isInstance));
  }

  private static void dispose(CrisisRaised crisis) {
    notifier.publish(
        Topics.OF_CRISES,
        new CrisisDisposed(
            crisis.crisisId(),
            crisis.conversationId(),
            notifier.member(crisis.agency().value(), Role.ON_CALL).id(),
            "referred",
            Instant.now()));
    awaitEvent(crisis, Resolved.class);
  }

  private static <E extends EscalationEvent> E awaitEvent(CrisisRaised of, Class<E> type) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                notifier.events(Topics.OF_ESCALATIONS, of.agency()).stream()
                    .filter(e -> e.crisisId().equals(of.crisisId()) && type.isInstance(e))
                    .map(type::cast)
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void anErrorInAConsumerDelaysAPageAndLosesNone(Backbone backbone) {
    int before = pagesTo(maya()).size();
    List<CrisisRaised> raised = new ArrayList<>();

    StruckConsumer.recovers(
        backbone.groupId("escalations"),
        () -> raised.add(raise(HARBOR)),
        notifier.context().getBean(KafkaWatch.class));

    assertThat(nextPage(maya(), before).body()).contains("urgent page");
    dispose(raised.getFirst());
  }

  @Test
  void aMessageIsSentOnceAndItsDeliveryTold(CanaryScan canaries, Backbone backbone) {
    SendRequested send = send(HARBOR, "reply", Purpose.SERVICE, canaries.sentence(HARBOR));

    notifier.publish(Topics.OF_OUTBOUND, send);
    notifier.publish(Topics.OF_OUTBOUND, send);
    awaitOutcome(send, DeliveryEvent.Sent.class);
    notifier.publish(
        Topics.OF_RECEIPTS,
        new ReceiptReceived(
            send.messageId(),
            send.conversationId(),
            send.line(),
            ReceiptEvent.Status.DELIVERED,
            "",
            Instant.now()));
    awaitOutcome(send, DeliveryEvent.Delivered.class);

    List<Taken> taken =
        notifier.provider().taken().stream()
            .filter(t -> t.body().equals(canaries.sentence(HARBOR)))
            .toList();
    assertThat(taken).hasSize(1);
    assertThat(taken.getFirst().to()).isEqualTo(canaries.phone());
    assertThat(taken.getFirst().callback())
        .startsWith("https://hooks.example.test/hooks/harbor/front-desk?")
        .contains("message=" + send.messageId());
    canaries.topics(
        backbone.bootstrapServers(), Topics.DELIVERY, Topics.ESCALATIONS, Topics.DEAD_LETTERS);
    canaries.database(backbone.mongoUri());
  }

  @Test
  void afterAStopOnlyItsConfirmationPasses() {
    SendRequested outreach = send(HARBOR, "outreach", Purpose.OUTREACH, "Anything new?");
    SendRequested confirmation = send(HARBOR, "confirmation", Purpose.CONFIRMATION, "Stopped.");
    notifier.publish(
        Topics.OF_OUTBOUND,
        new ConsentChanged(outreach.conversationId(), Set.of(Purpose.values()), 1, Instant.now()));

    notifier.publish(Topics.OF_OUTBOUND, outreach);
    notifier.publish(Topics.OF_OUTBOUND, confirmation);

    awaitOutcome(outreach, DeliveryEvent.RefusedOptOut.class);
    awaitOutcome(confirmation, DeliveryEvent.Sent.class);
    assertThat(notifier.provider().taken()).extracting(Taken::body).doesNotContain("Anything new?");
  }

  @Test
  void aBusyProviderIsAskedAgain() {
    SendRequested send = send(HARBOR, "patience", Purpose.SERVICE, "Are you there?");
    notifier.provider().answer(503);
    notifier.publish(Topics.OF_OUTBOUND, send);
    await()
        .during(Duration.ofMillis(300))
        .atMost(SOON)
        .until(() -> outcomes(send).findAny().isEmpty());

    notifier.provider().answer(201);

    awaitOutcome(send, DeliveryEvent.Sent.class);
  }

  @Test
  void anUnreadableRecordGoesToTheDeadLettersAndTheNextOneIsUsed() {
    SendRequested send = send(HARBOR, "after the poison", Purpose.SERVICE, "Still here.");
    String key = send.conversationId().value();
    Map<String, String> headers = Map.of(EventCodec.AGENCY, "harbor");
    notifier.publishRaw(
        new Wire(Topics.OUTBOUND, key, headers, "{not json".getBytes(StandardCharsets.UTF_8)));

    notifier.publish(Topics.OF_OUTBOUND, send);

    awaitOutcome(send, DeliveryEvent.Sent.class);
    assertThat(notifier.deadLetters())
        .anyMatch(
            letter ->
                key.equals(letter.key())
                    && new String(
                            letter.headers().lastHeader(DeadLetters.CODE).value(),
                            StandardCharsets.US_ASCII)
                        .equals("SHAPE"));
  }

  @Test
  void aCrisisIsPagedAndTakenByText() {
    int before = pagesTo(maya()).size();
    CrisisRaised crisis = raise(HARBOR);
    Taken page = nextPage(maya(), before);

    assertThat(notifier.receipt(page, "delivered").statusCode()).isEqualTo(200);
    String phone = NotifierUnderTest.phone(maya());
    var answer = notifier.text("harbor", phone, code(page) + " 1", "SMreply" + unique);
    var again = notifier.text("harbor", phone, code(page) + " 1", "SMreply" + unique);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(200);
    awaitEvent(crisis, EscalationEvent.PageDelivered.class);
    Acknowledged acked = awaitEvent(crisis, Acknowledged.class);
    assertThat(acked.by()).isEqualTo(maya().id());
    assertThat(acked.proven()).isTrue();
    String code = code(page);
    await()
        .atMost(SOON)
        .until(
            () ->
                notifier.provider().takenFor(phone).stream()
                    .anyMatch(t -> t.body().contains(code + " taken")));
    dispose(crisis);
  }

  @Test
  void theStaffHooksBelieveOnlyTheProvider() {
    Map<String, String> form = Map.of("From", "+15550100123", "Body", "1", "MessageSid", "SM1");

    var forged =
        notifier.post("/staff-hooks/harbor/pager", form, Map.of("X-Twilio-Signature", "AAAA"));
    var unknown = notifier.post("/staff-hooks/harbor/nowhere", form, Map.of());
    var clients = notifier.post("/staff-hooks/harbor/front-desk", form, Map.of());
    var large =
        notifier.post("/staff-hooks/harbor/pager", Map.of("Body", "x".repeat(2_000_000)), Map.of());

    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(clients.statusCode()).isEqualTo(404);
    assertThat(large.statusCode()).isEqualTo(413);
  }

  @Test
  void thePageIsShownToStaffAndActsByPost() {
    int before = pagesTo(maya()).size();
    CrisisRaised crisis = raise(HARBOR);
    String code = code(nextPage(maya(), before));

    var shown = notifier.get("/p/" + code, maya());
    var taken = notifier.press("/p/" + code + "/take", maya(), Map.of());
    var second =
        notifier.press("/p/" + code + "/take", notifier.member("harbor", Role.WORKER), Map.of());
    var back = notifier.press("/p/" + code + "/back", maya(), Map.of());
    var again = notifier.press("/p/" + code + "/take", maya(), Map.of());
    var contact =
        notifier.press("/oncall/" + crisis.crisisId() + "/contact", maya(), Map.of("to", "queue"));

    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains(code).contains("/p/" + code + "/take");
    assertThat(taken.statusCode()).isEqualTo(303);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(contact.statusCode()).isEqualTo(303);
    assertThat(contact.headers().firstValue("location")).hasValue("/queue");
    awaitEvent(crisis, EscalationEvent.Engaged.class);
    String close = "/oncall/" + crisis.crisisId() + "/close";
    var without = notifier.press(close, maya(), Map.of());
    var unknown = notifier.press("/p/" + code + "/close", maya(), Map.of("outcome", "closed"));
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains(code);
    var closed = notifier.press(close, maya(), Map.of("outcome", "referred"));
    assertThat(closed.statusCode()).isEqualTo(303);
    Resolved resolved = awaitEvent(crisis, Resolved.class);
    assertThat(resolved.by()).isEqualTo(maya().id());
    assertThat(resolved.outcome()).isEqualTo("referred");
  }

  @Test
  void anotherDangerOfTheSameCrisisIsShownOnThePageAndTheBoard() {
    int before = pagesTo(maya()).size();
    CrisisRaised crisis = raise(HARBOR);
    String code = code(nextPage(maya(), before));
    notifier.press("/p/" + code + "/take", maya(), Map.of());

    notifier.publish(
        Topics.OF_CRISES,
        new CrisisReassessed(
            crisis.crisisId(),
            crisis.conversationId(),
            crisis.raisedBy(),
            Category.HOUSING_LOSS,
            Severity.HIGH,
            Instant.now()));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(notifier.get("/p/" + code, maya()).body())
                    .contains(" · Loss of housing."));
    assertThat(notifier.get("/oncall", maya()).body()).contains("</b> · Loss of housing");
    dispose(crisis);
  }

  @Test
  void aCodeOfAnotherAgencyIsLikeOneThatNeverWas() {
    int before = pagesTo(maya()).size();
    CrisisRaised crisis = raise(HARBOR);
    String code = code(nextPage(maya(), before));
    Member stranger = notifier.member("mirror", Role.ON_CALL);

    var foreign = notifier.get("/p/" + code, stranger);
    var absent = notifier.get("/p/3C4", stranger);
    var act = notifier.press("/p/" + code + "/take", stranger, Map.of());
    var board = notifier.press("/oncall/" + crisis.crisisId() + "/take", stranger, Map.of());
    var operator = notifier.get("/p/" + code, notifier.member("harbor", Role.OPERATOR));
    var signedOut = notifier.get("/p/" + code);

    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(absent.body());
    assertThat(act.statusCode()).isEqualTo(404);
    assertThat(board.statusCode()).isEqualTo(404);
    assertThat(operator.statusCode()).isEqualTo(404);
    assertThat(signedOut.statusCode()).isIn(303, 401);
    dispose(crisis);
  }

  @Test
  void theLinkTakesThePageByPostAlone() {
    int before = pagesTo(maya()).size();
    CrisisRaised crisis = raise(HARBOR);
    Taken page = nextPage(maya(), before);
    String link = page.body().replaceAll(".*https://p.example.test(\\S+).*", "$1");

    var shown = notifier.get(link);
    var wrong = notifier.get(link.substring(0, link.length() - 1) + "x");
    var wrongPost = notifier.post(link + "x", Map.of(), Map.of());
    var taken = notifier.post(link, Map.of(), Map.of());

    assertThat(link).startsWith("/a/" + code(page) + "?t=");
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains(link.replace("&", "&amp;"));
    assertThat(wrong.statusCode()).isEqualTo(404);
    assertThat(wrongPost.statusCode()).isEqualTo(404);
    assertThat(taken.statusCode()).isEqualTo(200);
    Acknowledged acked = awaitEvent(crisis, Acknowledged.class);
    assertThat(acked.method()).isEqualTo(EscalationEvent.Method.LINK);
    dispose(crisis);
    assertThat(notifier.get(link).statusCode()).isEqualTo(404);
  }

  @Test
  void theBoardIsLive() throws Exception {
    Member supervisor = notifier.member("harbor", Role.SUPERVISOR);
    SignedInAs session = notifier.session(supervisor);
    HttpRequest request =
        HttpRequest.newBuilder(notifier.uri("/oncall/live"))
            .header("Cookie", session.cookie())
            .header("Accept", "text/event-stream")
            .header("Sec-Fetch-Site", "same-origin")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Stream<String>> stream = client.send(request, BodyHandlers.ofLines());
      var lines = stream.body().iterator();
      awaitLine(lines, "event:beat");
      CrisisRaised crisis = raise(HARBOR);
      awaitLine(lines, "event:crisis");
      assertThat(lines.next()).contains(crisis.crisisId().value()).contains("imminent");
      var board = notifier.get("/oncall", supervisor);
      assertThat(board.statusCode()).isEqualTo(200);
      assertThat(board.body()).contains(crisis.crisisId().value());
      assertThat(notifier.get("/oncall/board", supervisor).statusCode()).isEqualTo(200);
      dispose(crisis);
      client.shutdownNow();
    }
  }

  private static void awaitLine(java.util.Iterator<String> lines, String wanted) {
    Instant limit = Instant.now().plus(SOON);
    while (!lines.next().equals(wanted)) {
      assertThat(Instant.now()).isBefore(limit);
    }
  }

  @Test
  void theMirrorIsPagedOnItsOwnAndNothingOfItIsSeen(MirrorWatch mirror, CanaryScan canaries) {
    Member mirrored = notifier.member("mirror", Role.ON_CALL);
    int before = pagesTo(mirrored).size();
    mirror.plant(
        () -> {
          CrisisRaised crisis = raise(MIRROR);
          Taken page = nextPage(mirrored, before);
          String phone = NotifierUnderTest.phone(mirrored);
          assertThat(notifier.text("mirror", phone, code(page) + " 1", "SMm" + unique).statusCode())
              .isEqualTo(200);
          awaitEvent(crisis, Acknowledged.class);
          dispose(crisis);
        });

    var board = notifier.get("/oncall", maya());

    assertThat(board.body()).doesNotContain("mirror.1.");
    canaries.foreign("board", board.body());
  }

  @Test
  void theMetricsCarryNothingOfAnybody(CanaryScan canaries) {
    String port = notifier.context().getEnvironment().getRequiredProperty("local.management.port");
    canaries.page("metrics", "http://127.0.0.1:" + port + "/actuator/prometheus");
  }

  @Test
  void theBarOfEveryPageAsksHereWhoIsOnCall() {
    var bar = notifier.get("/oncall/now", notifier.member("harbor", Role.SUPERVISOR));

    assertThat(bar.statusCode()).isEqualTo(200);
    assertThat(bar.body()).contains("id=\"duty\"").doesNotContain("<html");
    assertThat(notifier.get("/oncall/now").statusCode()).isEqualTo(303); // to the sign-in
  }
}
