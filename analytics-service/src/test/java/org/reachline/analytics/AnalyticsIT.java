package org.reachline.analytics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.reachline.trust.testing.Planted.HARBOR;
import static org.reachline.trust.testing.Planted.MIRROR;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.analytics.core.Cell;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Sealed;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.wire.Wire;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.Role;
import org.reachline.trust.keys.Place;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.CanaryScan;
import org.reachline.trust.testing.MirrorWatch;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.SignedInAs;
import org.reachline.trust.testing.TwoAgencies;

/** The whole service on a real broker and a real store: events in, figures out, nobody exposed. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class AnalyticsIT {
  private static final ZoneId ZONE = ZoneId.of("America/New_York"); // of both planted agencies

  private final Instant lately = Instant.now().minus(Duration.ofHours(7));
  private Path stateDir;
  private RunningAnalytics running;

  @BeforeAll
  void start(Backbone backbone, @TempDir Path folder) {
    stateDir = folder;
    RunningAnalytics.freshTopics(backbone);
    running = RunningAnalytics.start(backbone, stateDir);
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @Test
  void eventsBecomeFiguresOfTheirAgencyAndExposeNobody(
      Backbone backbone, Planted planted, MirrorWatch mirror, CanaryScan canaries)
      throws IOException {
    SignedInAs worker = planted.signedIn(planted.member(HARBOR, Role.WORKER), Instant.now());
    List<Event> night = Nights.of(HARBOR, 21, 30, lately);
    List<Event> mirrorNight = Nights.of(MIRROR, 22, 20, lately);
    mirror.database(backbone.mongoUri("analytics"));
    mirror.topics(backbone.bootstrapServers(), AnalyticsTopics.FACTS, AnalyticsTopics.CELLS);
    mirror.plant(
        () -> {
          RunningAnalytics.publish(backbone, mirrorNight);
          awaitFigures(backbone, MIRROR, mirrorNight);
        });

    try (InputStream stream = running.stream("/insights/live", worker)) {
      List<Event> all =
          Stream.concat(night.stream(), Stream.of(whispered(planted, canaries, HARBOR))).toList();
      RunningAnalytics.publish(backbone, Nights.disordered(all, 4));
      RunningAnalytics.wires(backbone, Stream.of(damaged(canaries)));
      awaitFigures(backbone, HARBOR, all);
      assertThat(eventsUntil(stream, "event:beat", 2))
          .anyMatch(line -> line.equals("event:changed"))
          .anyMatch(line -> line.startsWith("data:{") && line.contains("\"tiles\""));
    }

    String page = running.get("/insights", worker).body();
    String region = running.get("/insights/tiles", worker).body();
    assertThat(page).contains("id=\"t-not_taken_now\"", "id=\"t-messages_in\"", "/insights/live");
    assertThat(region.strip()).startsWith("<div").contains("data-region=\"tiles\"");
    canaries.text("insights page", page);
    canaries.foreign("insights page", page);
    scan(backbone, canaries);
  }

  private void scan(Backbone backbone, CanaryScan canaries) {
    assertThat(backbone.awaitRecords(Topics.DEAD_LETTERS, 1))
        .allMatch(letter -> letter.value().length == 0);
    String app = backbone.groupId("analytics");
    canaries.topics(
        backbone.bootstrapServers(),
        AnalyticsTopics.FACTS,
        AnalyticsTopics.CELLS,
        Topics.DEAD_LETTERS,
        app + "-facts-by-thing-repartition",
        app + "-facts-known-changelog",
        app + "-cells-contributed-changelog",
        app + "-cells-by-key-repartition",
        app + "-cells-sum-changelog");
    canaries.database(backbone.mongoUri("analytics"));
    canaries.folder(stateDir);
    canaries.text("metrics", running.metrics());
  }

  @Test
  void everyRecordReadIsProjectedUnknownOrMalformed(Backbone backbone) {
    RunningAnalytics.publish(
        backbone, List.of(Samples.of(HARBOR).event(CaseEvent.CaseAssigned.class)));

    await()
        .atMost(30, SECONDS)
        .untilAsserted(
            () -> {
              Map<String, Double> counts = counts(running.metrics());
              assertThat(counts.getOrDefault("read", 0.0)).isPositive();
              assertThat(counts.getOrDefault("read", 0.0))
                  .isEqualTo(
                      counts.getOrDefault("projected", 0.0)
                          + counts.getOrDefault("unknown", 0.0)
                          + counts.getOrDefault("malformed", 0.0));
            });
    assertThat(running.metrics())
        .contains("reachline_analytics_crises_not_taken_age_seconds{", "agency=\"harbor\"")
        .doesNotContain("category=");
  }

  @Test
  void onlyThoseWhoMayReadFiguresSeeThem(Planted planted) {
    assertThat(status(planted, Role.WORKER)).isEqualTo(200);
    assertThat(status(planted, Role.AUDITOR)).isEqualTo(200);
    assertThat(status(planted, Role.ON_CALL)).isEqualTo(403);
    assertThat(status(planted, Role.OPERATOR)).isEqualTo(403);
    assertThat(running.getWithoutSession("/insights").statusCode()).isEqualTo(303);
    assertThat(running.getWithoutSession("/insights/live").statusCode()).isIn(303, 401);
    assertThat(running.streamStatus("/insights/live", as(planted, Role.ON_CALL))).isEqualTo(403);
  }

  @Test
  void thePageSpeaksBothLanguagesAndSaysWhatItCounts(Planted planted) {
    HttpResponse<String> english = running.get("/insights?lang=en", as(planted, Role.SUPERVISOR));
    HttpResponse<String> spanish = running.get("/insights?lang=es", as(planted, Role.SUPERVISOR));

    assertThat(english.body()).contains("Not taken now").doesNotContain("??");
    assertThat(spanish.body()).contains("lang=\"es\"").doesNotContain("Not taken now", "??");
  }

  private int status(Planted planted, Role role) {
    return running.get("/insights", as(planted, role)).statusCode();
  }

  private static SignedInAs as(Planted planted, Role role) {
    return planted.signedIn(planted.member(HARBOR, role), Instant.now());
  }

  private static void awaitFigures(Backbone backbone, AgencyId agency, List<Event> events) {
    Map<String, Cell> truth = Oracle.batch(events, ZONE);
    await()
        .atMost(60, SECONDS)
        .untilAsserted(
            () -> {
              Map<String, Cell> stored = RunningAnalytics.stored(backbone, agency);
              assertThat(stored).containsAllEntriesOf(truth);
            });
  }

  /** A message whose sealed part holds what must come out nowhere. */
  private InboundEvent whispered(Planted planted, CanaryScan canaries, AgencyId agency) {
    Samples samples = Samples.of(agency);
    MessageId message = samples.id(MessageId::new, "whispered");
    InboundContent content =
        new InboundContent(
            planted.clientPhone(),
            planted.clientPhone(),
            planted.clientName(),
            new MessageText(canaries.sentence(agency) + " " + canaries.address()),
            List.of());
    Sealed sealed =
        planted
            .sealing()
            .seal(
                agency,
                Purpose.INTAKE,
                new Place(Topics.INBOUND, message.value(), "sealed"),
                content);
    return new InboundEvent.MessageReceived(
        message,
        samples.id(ConversationId::new, "whispered"),
        samples.line(),
        "twilio",
        "text",
        lately,
        lately,
        sealed);
  }

  /** Bytes of nobody's format, with all that must come out nowhere. */
  private static Wire damaged(CanaryScan canaries) {
    String all = canaries.name() + canaries.phone() + canaries.sentence(HARBOR);
    return new Wire(
        Topics.INBOUND,
        canaries.phone(),
        Map.of("ce_agency", "harbor", "ce_id", canaries.phone()),
        ("{\"type\":\"" + all + "\"").getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> eventsUntil(InputStream stream, String line, int times)
      throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    List<String> lines = new ArrayList<>();
    int seen = 0;
    while (seen < times) {
      String next = reader.readLine();
      lines.add(next == null ? "end" : next);
      seen += line.equals(next) || next == null ? 1 : 0;
    }
    return lines;
  }

  private static Map<String, Double> counts(String metrics) {
    Map<String, Double> sums = new TreeMap<>();
    metrics
        .lines()
        .filter(line -> line.startsWith("reachline_analytics_records_"))
        .forEach(
            line -> {
              String name =
                  line.substring("reachline_analytics_records_".length(), line.indexOf("_total"));
              double value = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
              sums.merge(name, value, Double::sum);
            });
    return sums;
  }
}
