package org.reachline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.standalone.provider.Arrival;
import org.reachline.system.Load.Text;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.CanaryScan;
import org.reachline.trust.testing.MirrorWatch;
import org.reachline.trust.testing.TwoAgencies;

/**
 * All services, two agencies and a redelivered, reordered load over HTTP, judged from outside: by
 * what was answered, what lies on the topics, what staff read and what arrived on phones.
 */
@ExtendWith({OneMachine.class, TwoAgencies.class, Canaries.class})
class GuaranteesIT {
  private static final int MESSAGES = 500;
  private static final int CONVERSATIONS = 40;
  private static final int CRISES = 5;
  private static final int REPEATED = 200;
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Duration AFTER_ACK = Duration.ofSeconds(5);

  @Test
  void fiveHundredTextsAreEachInOneCaseOnceInOrderAndEveryCrisisIsPagedUntilTaken(
      OneMachine.Running running, CanaryScan canaries, MirrorWatch watch) throws Exception {
    Mirror.plant(running, canaries, watch);
    Load load = new Load(webhook(running), token(running), Town.HARBOR);
    Map<String, List<Text>> script = script(canaries);

    List<List<Text>> accepted = load.send(script, 7);

    Judge judge = new Judge(running.machine().kafka());
    assertThat(load.answered()).isEqualTo(MESSAGES);
    assertThat(load.repeated()).isGreaterThan(REPEATED);
    assertThat(numbers(accepted)).isNotEqualTo(numbers(List.copyOf(script.values())));
    everyMessageReachesOneCaseOnce(judge);
    orderIsKept(judge, running, accepted);
    everyCrisisIsPaged(judge, running);
    noPageAfterItsAcknowledgement(judge, running, load, accepted);
    theMirrorIsNotSeen(running, canaries);
    nothingIsInTheClear(running, canaries);
  }

  private static void everyMessageReachesOneCaseOnce(Judge judge) {
    Awaitility.await("every message stands in a case")
        .atMost(LIMIT)
        .until(() -> judge.placesOfClientMessages(Town.HARBOR.id()).size() >= MESSAGES);
    Map<String, TreeSet<String>> places = judge.placesOfClientMessages(Town.HARBOR.id());
    assertThat(places).hasSize(MESSAGES);
    assertThat(places.values()).allSatisfy(where -> assertThat(where).hasSize(1));
  }

  /** In the thread as staff read it, word for word, and on the topic. */
  private static void orderIsKept(
      Judge judge, OneMachine.Running running, List<List<Text>> accepted) {
    assertThat(running.visitor(Town.HARBOR, "nora").threads()).isEqualTo(numbers(accepted));
    Map<String, TreeSet<String>> places = judge.placesOfClientMessages(Town.HARBOR.id());
    judge
        .acceptedOrder(Town.HARBOR.id())
        .forEach(
            (conversation, ids) ->
                assertThat(ids)
                    .as("thread of %s", conversation)
                    .isSortedAccordingTo(
                        (one, other) -> Long.compare(seq(places, one), seq(places, other))));
  }

  private static void everyCrisisIsPaged(Judge judge, OneMachine.Running running) {
    Set<String> inDanger = judge.conversations("reachline.crises", "CrisisRaised", Town.HARBOR);
    assertThat(inDanger).hasSize(CRISES);
    assertThat(judge.distinct("reachline.crises", "CrisisRaised", "crisisId"))
        .filteredOn(id -> id.startsWith("harbor."))
        .hasSize(CRISES);
    Awaitility.await("every crisis pages")
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(codes(running)).hasSize(CRISES));
    assertThat(judge.conversations("reachline.escalations", "EscalationOpened", Town.HARBOR))
        .isEqualTo(inDanger);
  }

  /** Nor does the same message, delivered once more, ring anybody again. */
  private static void noPageAfterItsAcknowledgement(
      Judge judge, OneMachine.Running running, Load load, List<List<Text>> accepted) {
    Map<String, Instant> taken = new LinkedHashMap<>();
    for (String code : codes(running)) {
      running
          .machine()
          .provider()
          .textFrom(Town.MAYA, Town.HARBOR.staffNumber(), code + " 1")
          .join();
      taken.put(code, Instant.now());
    }
    Awaitility.await("all are taken")
        .atMost(LIMIT)
        .until(
            () -> judge.count("reachline.escalations", "Acknowledged", Town.HARBOR.id()) == CRISES);
    load.again(
        accepted.stream()
            .flatMap(List::stream)
            .filter(text -> text.words().equals(Town.CRISIS))
            .toList());

    Instant nextStep = Instant.now().plus(Town.STEP).plus(AFTER_ACK);
    Awaitility.await("the next person's turn has passed")
        .atMost(LIMIT)
        .until(() -> Instant.now().isAfter(nextStep));

    assertThat(codes(running)).isEqualTo(taken.keySet());
    assertThat(Pages.of(Town.HARBOR, running))
        .allSatisfy(
            page ->
                assertThat(page.at())
                    .isBefore(taken.getOrDefault(Pages.code(page), Instant.EPOCH).plus(AFTER_ACK)));
  }

  /** Another agency's case is, byte for byte, one that does not exist. */
  private static void theMirrorIsNotSeen(OneMachine.Running running, CanaryScan canaries) {
    Visitor harbor = running.visitor(Town.HARBOR, "nora");
    Visitor mirror = running.visitor(Town.MIRROR, "nora");
    List<String> foreign = mirror.cases();
    assertThat(foreign).hasSize(1);
    assertThat(harbor.cases()).hasSize(CONVERSATIONS).doesNotContainAnyElementsOf(foreign);
    String theirs = foreign.getFirst();
    String absent = theirs.replace("mirror.", "harbor.");
    for (String path : List.of("/c/%s", "/c/%s/card", "/api/v1/cases/%s")) {
      assertThat(mirror.get(path.formatted(theirs)).status()).as(path).isEqualTo(200);
      assertThat(harbor.get(path.formatted(theirs)).status()).as(path).isEqualTo(404);
      assertThat(harbor.get(path.formatted(theirs)).body())
          .as(path)
          .isEqualTo(harbor.get(path.formatted(absent)).body());
    }
    for (String act : List.of("reply", "assign", "close")) {
      String path = "/api/v1/cases/%s/" + act;
      assertThat(harbor.post(path.formatted(theirs), "{}"))
          .as(path)
          .isEqualTo(harbor.post(path.formatted(absent), "{}"));
    }
    for (String page : List.of("/queue", "/oncall", "/insights", "/api/v1/cases?view=team")) {
      Visitor.Answered answered = harbor.get(page);
      assertThat(answered.status()).as(page).isEqualTo(200);
      canaries.foreign(page, answered.body());
      assertThat(answered.body()).as(page).doesNotContain(theirs);
    }
    assertThat(mirror.threads()).containsExactly(List.of());
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
    Pages.of(Town.HARBOR, running).forEach(page -> canaries.text("a page", page.body()));
  }

  /** Forty people; every tenth text holds the canary, five people are in danger. */
  private static Map<String, List<Text>> script(CanaryScan canaries) {
    Map<String, List<Text>> script = new LinkedHashMap<>();
    for (int i = 0; i < MESSAGES; i++) {
      int person = i % CONVERSATIONS;
      String from = person == 0 ? canaries.phone() : "+1555019%04d".formatted(person);
      String words =
          i < CRISES
              ? Town.CRISIS
              : i % 10 == 0 ? canaries.sentence(Town.HARBOR.id()) : "ok see you at noon";
      script.computeIfAbsent(from, _ -> new ArrayList<>()).add(new Text(i, from, words));
    }
    return script;
  }

  private static Set<List<Integer>> numbers(List<List<Text>> conversations) {
    Set<List<Integer>> numbers = new HashSet<>();
    conversations.forEach(texts -> numbers.add(texts.stream().map(Text::number).toList()));
    return numbers;
  }

  private static Set<String> codes(OneMachine.Running running) {
    Set<String> codes = new TreeSet<>();
    for (Arrival page : Pages.of(Town.HARBOR, running)) {
      codes.add(Pages.code(page));
    }
    return codes;
  }

  private static long seq(Map<String, TreeSet<String>> places, String message) {
    String place = places.getOrDefault(message, new TreeSet<>(Set.of("#-1"))).getFirst();
    return Long.parseLong(place.substring(place.indexOf('#') + 1));
  }

  private static String webhook(OneMachine.Running running) {
    int front = URI.create(running.machine().url()).getPort();
    return "http://127.0.0.1:" + (front + 1) + "/hooks/harbor/main";
  }

  private static String token(OneMachine.Running running) throws Exception {
    return Files.readString(running.data().resolve("provider-token")).strip();
  }
}
