package org.reachline.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.analytics.core.Cell;
import org.reachline.analytics.core.CellKey;
import org.reachline.analytics.core.Fact;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.wire.Wire;

/** Facts and cells as one topology: what goes in as events comes out as figures. */
class FactsAndCellsTest {
  private static final Instant MORNING = Nights.START.plus(Duration.ofHours(12));

  @TempDir Path stateDir;

  @Test
  void aSmallStoryGivesTheFiguresAPersonWouldCount() {
    Samples samples = Samples.of(Samples.HARBOR);

    try (Streamed streamed =
        new Streamed(stateDir, Samples.ACCEPTED.plusSeconds(3600), StoreSuppliers.ON_DISK)) {
      streamed.feed(samples.events());

      assertThat(byMeasureOfTheDay(streamed.cells()))
          .containsExactlyInAnyOrderEntriesOf(Golden.SAMPLE_NIGHT);
      assertThat(streamed.cells().keySet())
          .allMatch(key -> key.contains("2026-01-16T08:00:00Z") || !key.contains("|1d|"));
    }
  }

  @Test
  void anyOrderAndAnyDuplicatesGiveTheSameFigures() {
    List<Event> events = Nights.of(Samples.HARBOR, 7, 40);
    Map<String, Cell> truth = Oracle.batch(events);

    for (int seed = 0; seed < 100; seed++) {
      try (Streamed streamed = new Streamed(stateDir.resolve("o" + seed), MORNING)) {
        streamed.feed(Nights.disordered(events, seed));
        assertThat(streamed.figures()).as("seed %d", seed).isEqualTo(truth);
      }
    }
  }

  @Test
  void newsThatComeFiveDaysLateFindTheirCells() {
    List<Event> events = Nights.of(Samples.HARBOR, 11, 30);
    Map<String, Cell> truth = Oracle.batch(events);
    Instant later = Nights.START.plus(Duration.ofDays(5));

    try (Streamed streamed = new Streamed(stateDir, later)) {
      streamed.feed(events);

      assertThat(streamed.figures()).isEqualTo(without5m(truth));
      assertThat(streamed.count(AnalyticsMetrics.TOO_LATE)).isPositive();
    }
  }

  @Test
  void twoAgenciesWithTheSameNightNeverMix() {
    List<Event> harbor = Nights.of(Samples.HARBOR, 3, 30);
    List<Event> mirror = Nights.of(Samples.MIRROR, 3, 30);
    List<Event> both = new ArrayList<>(harbor);
    both.addAll(mirror);

    try (Streamed streamed = new Streamed(stateDir, MORNING)) {
      streamed.feed(Nights.disordered(both, 1));

      Map<String, Cell> all = streamed.figures();
      assertThat(of("harbor", all)).isEqualTo(Oracle.batch(harbor));
      assertThat(of("mirror", all)).isEqualTo(Oracle.batch(mirror));
      assertThat(streamed.cellRecords()).allMatch(r -> r.key().startsWith(agency(r) + "|"));
      assertThat(streamed.factRecords()).allMatch(r -> r.key().startsWith(agency(r) + "|"));
    }
  }

  @Test
  void aDuplicateGoesNoFurtherThanTheFact() {
    List<Event> events = Nights.of(Samples.HARBOR, 5, 10);

    try (Streamed streamed = new Streamed(stateDir, MORNING)) {
      streamed.feed(events);
      int facts = streamed.factRecords().size();
      int cells = streamed.cellRecords().size();
      streamed.feed(events);

      assertThat(facts).isPositive();
      assertThat(streamed.factRecords()).isEmpty();
      assertThat(streamed.cellRecords()).hasSize(cells);
    }
  }

  @Test
  void theHourOfTheClockChangeIsNeitherLostNorDoubled() {
    Instant changeDay = Instant.parse("2026-11-01T07:00:00Z"); // midnight, 25 hours long
    Samples samples = Samples.of(Samples.HARBOR);

    try (Streamed streamed = new Streamed(stateDir, changeDay.plus(Duration.ofHours(26)))) {
      for (int hour = 0; hour < 26; hour++) {
        streamed.feed(List.of(received(samples, hour, changeDay.plus(Duration.ofHours(hour)))));
      }

      Map<String, Long> days =
          streamed.cells().entrySet().stream()
              .filter(e -> e.getKey().contains("|1d|"))
              .collect(
                  Collectors.toMap(
                      e -> CellKey.parse(e.getKey()).bucket().toString(), e -> e.getValue().n()));
      assertThat(days)
          .containsOnly(
              Map.entry("2026-11-01T07:00:00Z", 25L), Map.entry("2026-11-02T08:00:00Z", 1L));
      assertThat(streamed.cells().keySet().stream().filter(k -> k.contains("|1h|"))).hasSize(26);
    }
  }

  @Test
  void unreadableRecordsLeaveAPointerWithoutABody() {
    Wire good = Samples.wireOf(Samples.of(Samples.HARBOR).events().getFirst());
    byte[] damaged =
        "{\"type\":\"MessageReceived\",\"text\":\"my secret\"}".getBytes(StandardCharsets.UTF_8);
    byte[] newer = "{\"type\":\"MessageTranslated\"}".getBytes(StandardCharsets.UTF_8);

    try (Streamed streamed = new Streamed(stateDir, MORNING)) {
      streamed.pipe(good);
      streamed.pipe(new Wire(Topics.INBOUND, "tel:+12065550142", good.headers(), damaged));
      streamed.pipe(new Wire(Topics.INBOUND, good.key(), good.headers(), newer));

      TestRecord<String, byte[]> letter =
          streamed
              .driver
              .createOutputTopic(
                  Topics.DEAD_LETTERS, new StringDeserializer(), new ByteArrayDeserializer())
              .readRecord();
      assertThat(letter.value()).isEmpty();
      assertThat(letter.key()).isEqualTo("reachline.inbound/0/1");
      assertThat(texts(letter))
          .containsOnly(
              Map.entry("dl_code", "SHAPE"),
              Map.entry("dl_service", "analytics-service"),
              Map.entry("dl_topic", "reachline.inbound"),
              Map.entry("dl_partition", "0"),
              Map.entry("dl_offset", "1"));
      assertThat(count(streamed, AnalyticsMetrics.READ)).isEqualTo(3);
      assertThat(count(streamed, AnalyticsMetrics.PROJECTED)).isEqualTo(1);
      assertThat(count(streamed, AnalyticsMetrics.UNKNOWN)).isEqualTo(1);
      assertThat(count(streamed, AnalyticsMetrics.MALFORMED)).isEqualTo(1);
    }
  }

  @Test
  void aCellPastItsTimeIsGivenUpAndNotBegunAnew() {
    Samples samples = Samples.of(Samples.HARBOR);

    try (Streamed streamed =
        new Streamed(stateDir, Nights.START.plusSeconds(60), StoreSuppliers.ON_DISK)) {
      streamed.feed(List.of(received(samples, 1, Nights.START)));
      streamed.wait(Duration.ofHours(49));
      streamed.feed(List.of(received(samples, 2, Nights.START)));

      assertThat(streamed.cells().keySet()).hasSize(2).noneMatch(key -> key.contains("|5m|"));
      assertThat(streamed.cells().values()).allMatch(cell -> cell.n() == 2);
      assertThat(streamed.cellRecords())
          .anyMatch(
              r -> r.key().contains("|5m|") && r.value() == null && agency(r).equals("harbor"));
    }
  }

  @Test
  void aDeletedFactTakesBackWhatItAddedAndAnExpiredOneDoesNot() {
    Samples samples = Samples.of(Samples.HARBOR);

    try (Streamed streamed = new Streamed(stateDir, Nights.START.plusSeconds(60))) {
      streamed.feed(
          List.of(received(samples, 1, Nights.START), received(samples, 2, Nights.START)));
      List<TestRecord<String, Fact>> facts = streamed.factRecords();
      delete(streamed, facts.get(0).key(), new RecordHeaders());
      delete(
          streamed,
          facts.get(1).key(),
          new RecordHeaders().add("reason", "expired".getBytes(StandardCharsets.US_ASCII)));
      streamed.wait(Duration.ofSeconds(1));

      assertThat(streamed.cells().values()).hasSize(3).allMatch(cell -> cell.n() == 1);
    }
  }

  private static void delete(
      Streamed streamed, String key, org.apache.kafka.common.header.Headers headers) {
    streamed
        .driver
        .createInputTopic(
            AnalyticsTopics.FACTS, new StringSerializer(), JsonSerde.of(Fact.class).serializer())
        .pipeInput(new TestRecord<>(key, null, headers, Nights.START));
  }

  private static InboundEvent.MessageReceived received(Samples samples, int number, Instant at) {
    return new InboundEvent.MessageReceived(
        samples.id(org.reachline.contracts.MessageId::new, "late" + number),
        samples.conversation(),
        samples.line(),
        "twilio",
        "text",
        at,
        at,
        samples.sealed("x"));
  }

  private static Map<String, Cell> without5m(Map<String, Cell> cells) {
    Map<String, Cell> left = new TreeMap<>(cells);
    left.keySet().removeIf(key -> key.contains("|5m|"));
    return left;
  }

  private static Map<String, Cell> of(String agency, Map<String, Cell> cells) {
    Map<String, Cell> own = new TreeMap<>(cells);
    own.keySet().removeIf(key -> !key.startsWith(agency + "|"));
    return own;
  }

  private static Map<String, Long> byMeasureOfTheDay(Map<String, Cell> cells) {
    Map<String, Long> counts = new TreeMap<>();
    cells.forEach(
        (text, cell) -> {
          CellKey key = CellKey.parse(text);
          if (text.contains("|1d|") || text.contains("|open|")) {
            counts.put(key.measure() + key.dims(), cell.n());
          }
        });
    return counts;
  }

  private static double count(Streamed streamed, String meter) {
    return streamed.count(meter, "topic", Topics.INBOUND);
  }

  private static String agency(TestRecord<String, ?> record) {
    return texts(record).getOrDefault("ce_agency", "none");
  }

  private static Map<String, String> texts(TestRecord<String, ?> record) {
    Map<String, String> texts = new TreeMap<>();
    record
        .headers()
        .forEach(h -> texts.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return texts;
  }
}
