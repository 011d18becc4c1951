package org.reachline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.contracts.AgencyId;
import org.reachline.standalone.DemoAgency;
import org.reachline.standalone.Tenant;
import org.reachline.system.Load.Text;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.TwoAgencies;

/** The whole process killed in mid-load and started again on its folder; then told to stop. */
@ExtendWith({TwoAgencies.class, Canaries.class})
class RestartIT {
  private static final int MESSAGES = 200;
  private static final int CONVERSATIONS = 20;
  private static final int CRISES = 4;
  private static final int BEFORE_THE_KILL = 60;
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Tenant TENANT = DemoAgency.TENANT;
  private static final AgencyId HARBOR = TENANT.id();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path data;

  @Test
  void aKillInMidLoadLosesAndDoublesNothingAndAStopIsQuiet() throws Exception {
    int port = OneMachine.freePort();
    Load load;
    CompletableFuture<List<List<Text>>> sending;
    try (StandaloneProcess first = StandaloneProcess.start(data, port)) {
      String token = Files.readString(data.resolve("provider-token")).strip();
      load = new Load("http://127.0.0.1:" + (port + 1) + "/hooks/harbor/main", token, TENANT);
      sending = CompletableFuture.supplyAsync(() -> load.send(script(), 11));
      Awaitility.await().atMost(LIMIT).until(() -> load.answered() >= BEFORE_THE_KILL);
      first.kill();
    }
    assertThat(load.answered()).isLessThan(MESSAGES);

    try (StandaloneProcess second = StandaloneProcess.start(data, port)) {
      List<List<Text>> accepted = sending.get();
      Judge judge = new Judge("127.0.0.1:" + (port + 12));
      Awaitility.await("every message stands in a case")
          .atMost(LIMIT)
          .until(() -> judge.placesOfClientMessages(HARBOR).size() >= MESSAGES);
      assertThat(judge.placesOfClientMessages(HARBOR)).hasSize(MESSAGES);
      assertThat(judge.placesOfClientMessages(HARBOR).values())
          .allSatisfy(places -> assertThat(places).hasSize(1));
      Visitor nora = Visitor.of(TENANT, "nora", data, "http://127.0.0.1:" + port);
      assertThat(nora.threads()).isEqualTo(numbers(accepted));
      everyCrisisHasItsOneEscalation(judge);

      assertThat(second.stop()).isLessThan(Duration.ofSeconds(20));
      assertThat(second.complaints()).isEmpty();
      assertThat(second.said()).endsWith("Stopping ...");
    }
  }

  private static void everyCrisisHasItsOneEscalation(Judge judge) {
    Set<String> inDanger = judge.conversations("reachline.crises", "CrisisRaised", TENANT);
    assertThat(inDanger).hasSize(CRISES);
    Awaitility.await("every crisis pages")
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(judge.conversations("reachline.escalations", "PageSent", TENANT))
                    .isEqualTo(inDanger));
    assertThat(judge.distinct("reachline.crises", "CrisisRaised", "crisisId")).hasSize(CRISES);
    assertThat(judge.distinct("reachline.escalations", "EscalationOpened", "escalationId"))
        .hasSize(CRISES);
  }

  private static Map<String, List<Text>> script() {
    Map<String, List<Text>> script = new LinkedHashMap<>();
    for (int i = 0; i < MESSAGES; i++) {
      String from = "+1555018%04d".formatted(i % CONVERSATIONS);
      String words = i % CONVERSATIONS < CRISES && i / CONVERSATIONS == 4 ? Town.CRISIS : "ok then";
      script.computeIfAbsent(from, _ -> new ArrayList<>()).add(new Text(i, from, words));
    }
    return script;
  }

  private static Set<List<Integer>> numbers(List<List<Text>> conversations) {
    Set<List<Integer>> numbers = new HashSet<>();
    conversations.forEach(texts -> numbers.add(texts.stream().map(Text::number).toList()));
    return numbers;
  }
}
