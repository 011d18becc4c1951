package org.reachline.analytics;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.reachline.analytics.core.AgencyZones;
import org.reachline.analytics.core.Cell;
import org.reachline.analytics.core.Fact;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.Wire;

/** The whole topology in one thread, without a broker, on a clock of its own. */
final class Streamed implements AutoCloseable {
  static final ZoneId SEATTLE = ZoneId.of("America/Los_Angeles");

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final TopologyTestDriver driver;

  private final Map<String, Cell> cells = new TreeMap<>();
  private final List<TestRecord<String, Cell>> cellRecords = new ArrayList<>();

  /** In memory: the driver commits after each record, which takes a disk some milliseconds. */
  Streamed(Path stateDir, Instant now) {
    this(stateDir, now, Stores::inMemoryKeyValueStore);
  }

  Streamed(Path stateDir, Instant now, StoreSuppliers stores) {
    Map<AgencyId, ZoneId> zones = Map.of(Samples.HARBOR, SEATTLE, Samples.MIRROR, SEATTLE);
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    driver =
        new TopologyTestDriver(
            topology(new AgencyZones(zones, ZoneOffset.UTC), new AnalyticsMetrics(meters), stores),
            settings,
            now);
  }

  private static Topology topology(
      AgencyZones zones, AnalyticsMetrics metrics, StoreSuppliers stores) {
    Properties strict = new Properties();
    strict.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    strict.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
    strict.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(strict)));
    new Facts(metrics, stores, 1).build(builder);
    new Cells(zones, metrics, stores, 1).build(builder);
    return builder.build();
  }

  /** Feeds what is on a topic this service reads; the rest it never sees. */
  void feed(Collection<? extends Event> events) {
    events.stream()
        .filter(event -> AnalyticsTopics.SOURCES.contains(Samples.topicOf(event)))
        .forEach(event -> pipe(Samples.wireOf(event)));
  }

  void pipe(Wire wire) {
    RecordHeaders headers = new RecordHeaders();
    wire.headers().forEach((k, v) -> headers.add(k, v.getBytes(StandardCharsets.UTF_8)));
    driver
        .createInputTopic(wire.topic(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>(wire.key(), wire.payload(), headers, Nights.START));
    drain();
  }

  void wait(Duration time) {
    driver.advanceWallClockTime(time);
    drain();
  }

  private void drain() {
    driver
        .createOutputTopic(
            AnalyticsTopics.CELLS,
            new StringDeserializer(),
            JsonSerde.of(Cell.class).deserializer())
        .readRecordsToList()
        .forEach(this::take);
  }

  private void take(TestRecord<String, Cell> record) {
    cellRecords.add(record);
    if (record.value() == null) {
      cells.remove(record.key());
    } else {
      cells.put(record.key(), record.value());
    }
  }

  /** Every cell as it stands, by key. */
  Map<String, Cell> cells() {
    return Map.copyOf(cells);
  }

  /** The same without the count of changes, which tells how often news came. */
  Map<String, Cell> figures() {
    Map<String, Cell> figures = new TreeMap<>();
    cells.forEach((key, c) -> figures.put(key, figure(c)));
    return figures;
  }

  static Cell figure(Cell c) {
    return new Cell(c.n(), c.millis(), c.within(), c.skewed(), c.times(), 0);
  }

  /** Every record the cells topic has got. */
  List<TestRecord<String, Cell>> cellRecords() {
    return List.copyOf(cellRecords);
  }

  /** Every record the facts topic has got. */
  List<TestRecord<String, Fact>> factRecords() {
    return driver
        .createOutputTopic(
            AnalyticsTopics.FACTS,
            new StringDeserializer(),
            JsonSerde.of(Fact.class).deserializer())
        .readRecordsToList();
  }

  double count(String meter, String... tags) {
    return meters.get(meter).tags(tags).counter().count();
  }

  @Override
  public void close() {
    driver.close();
  }
}
