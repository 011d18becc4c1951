package org.reachline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.contracts.AgencyId;
import org.reachline.standalone.provider.Arrival;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.CanaryScan;

/**
 * All services under a redelivered, reordered load over HTTP, judged from outside: by what was
 * answered, what lies on the topics and what arrived on phones.
 */
@ExtendWith({OneMachine.class, Canaries.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuaranteesIT {
  private static final int MESSAGES = 500;
  private static final int CONVERSATIONS = 40;
  private static final int REDELIVERED = 250;
  private static final int CRISES = 5;
  private static final String CRISIS = "i took all my pills. dont tell anyone";
  private static final AgencyId HARBOR = new AgencyId("harbor");
  private static final String MAYA = "+15550100111";
  private static final String STAFF_LINE = "+15550100190";
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @Test
  @Order(1)
  void fiveHundredTextsAreEachInOneCaseOnceInOrderAndEveryCrisisIsPaged(
      OneMachine.Running running, CanaryScan canaries) throws Exception {
    Load load = new Load(webhook(running), token(running), "+15550100100");
    Map<String, List<Load.Text>> script = script(canaries);

    List<Load.Answered> ledger = load.send(script, REDELIVERED, 7);

    Judge judge = new Judge(running.machine().kafka());
    assertThat(ledger).hasSize(MESSAGES).allSatisfy(a -> assertThat(a.status()).isEqualTo(200));
    everyMessageReachesOneCaseOnce(judge);
    orderIsKeptInEveryConversation(judge);
    everyCrisisIsPaged(judge, running);
    noPageAfterItsAcknowledgement(judge, running);
    nothingIsInTheClear(running, canaries);
  }

  private static void everyMessageReachesOneCaseOnce(Judge judge) {
    Awaitility.await("every message stands in a case")
        .atMost(LIMIT)
        .until(() -> judge.placesOfClientMessages().size() >= MESSAGES);
    Map<String, TreeSet<String>> places = judge.placesOfClientMessages();
    assertThat(places).hasSize(MESSAGES);
    assertThat(places.values()).allSatisfy(where -> assertThat(where).hasSize(1));
  }

  private static void orderIsKeptInEveryConversation(Judge judge) {
    Map<String, TreeSet<String>> places = judge.placesOfClientMessages();
    judge
        .acceptedOrder()
        .forEach(
            (conversation, ids) -> {
              List<Long> seqs =
                  ids.stream().map(id -> seq(places.getOrDefault(id, new TreeSet<>()))).toList();
              assertThat(seqs).as("thread of %s", conversation).isSorted();
            });
  }

  private static void everyCrisisIsPaged(Judge judge, OneMachine.Running running) {
    Awaitility.await("every crisis opens an escalation and pages")
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              long opened =
                  judge.all("reachline.escalations").stream()
                      .filter(e -> e.type().equals("EscalationOpened"))
                      .count();
              assertThat(opened).isEqualTo(CRISES);
              assertThat(pages(running)).hasSizeGreaterThanOrEqualTo(CRISES);
            });
    long raised =
        judge.all("reachline.crises").stream()
            .filter(c -> c.type().equals("CrisisRaised"))
            .map(c -> c.text("crisisId"))
            .distinct()
            .count();
    assertThat(raised).isEqualTo(CRISES);
  }

  private static void noPageAfterItsAcknowledgement(Judge judge, OneMachine.Running running)
      throws Exception {
    for (String code : codes(running)) {
      running.machine().provider().textFrom(MAYA, STAFF_LINE, code + " 1").get();
    }
    Awaitility.await("all are taken")
        .atMost(LIMIT)
        .until(
            () ->
                judge.all("reachline.escalations").stream()
                        .filter(e -> e.type().equals("Acknowledged"))
                        .count()
                    == CRISES);
    Map<String, Instant> taken = new LinkedHashMap<>();
    judge.all("reachline.escalations").stream()
        .filter(e -> e.type().equals("Acknowledged"))
        .forEach(e -> taken.put(e.text("escalationId"), Instant.parse(e.text("at"))));
    assertThat(judge.all("reachline.escalations"))
        .filteredOn(e -> e.type().equals("PageSent"))
        .allSatisfy(
            page ->
                assertThat(Instant.parse(page.text("at")))
                    .isBefore(
                        taken.getOrDefault(page.text("escalationId"), Instant.MAX).plusSeconds(5)));
  }

  /**
   * Topics are read back unpacked, the store by its own protocol, and whatever lies in a file as
   * bytes.
   */
  private static void nothingIsInTheClear(OneMachine.Running running, CanaryScan canaries) {
    String kafka = running.machine().kafka();
    canaries.topics(kafka, new Judge(kafka).topics());
    for (String service : List.of("cases", "notifier", "analytics")) {
      canaries.database(running.machine().mongo(service));
    }
    running.machine().metricsUrls().forEach(url -> canaries.page("metrics", url));
    canaries.folder(running.data().resolve("store"));
    canaries.folder(running.data().resolve("streams"));
  }

  /** Forty people; every tenth text holds the canary, five people are in danger. */
  private static Map<String, List<Load.Text>> script(CanaryScan canaries) {
    Map<String, List<Load.Text>> script = new LinkedHashMap<>();
    for (int i = 0; i < MESSAGES; i++) {
      int person = i % CONVERSATIONS;
      String from = person == 0 ? canaries.phone() : "+1555019%04d".formatted(person);
      boolean crisis = i < CRISES;
      String words =
          crisis
              ? CRISIS
              : i % 10 == 0 ? canaries.sentence(HARBOR) : "ok see you at " + (i % 12 + 1);
      script
          .computeIfAbsent(from, _ -> new ArrayList<>())
          .add(new Load.Text("SMload%05d".formatted(i), from, words, crisis));
    }
    return script;
  }

  private static List<Arrival> pages(OneMachine.Running running) {
    return running.machine().provider().phones().at(MAYA).stream()
        .filter(a -> a.body().contains("urgent page"))
        .toList();
  }

  private static TreeSet<String> codes(OneMachine.Running running) {
    TreeSet<String> codes = new TreeSet<>();
    pages(running)
        .forEach(
            page -> codes.add(page.body().replaceAll("(?s).*urgent page ([A-Z0-9]{3}).*", "$1")));
    return codes;
  }

  private static long seq(TreeSet<String> places) {
    return places.isEmpty()
        ? -1
        : Long.parseLong(places.getFirst().substring(places.getFirst().indexOf('#') + 1));
  }

  private static String webhook(OneMachine.Running running) {
    int front = URI.create(running.machine().url()).getPort();
    return "http://127.0.0.1:" + (front + 1) + "/hooks/harbor/main";
  }

  private static String token(OneMachine.Running running) throws IOException {
    return Files.readString(running.data().resolve("provider-token")).strip();
  }
}
