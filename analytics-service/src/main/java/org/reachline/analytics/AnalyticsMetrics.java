package org.reachline.analytics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.reachline.analytics.core.Amount;
import org.reachline.analytics.core.Cell;
import org.reachline.analytics.core.CellKey;
import org.reachline.analytics.core.Grain;
import org.reachline.analytics.core.Measure;
import org.reachline.contracts.AgencyId;

/**
 * Every meter of this service. An operator can alert on: read = projected + unknown + malformed,
 * per topic. Labels are topics, codes and configured agencies; never an id, never agency and
 * category together.
 */
public final class AnalyticsMetrics {
  static final String READ = "reachline.analytics.records.read";
  static final String PROJECTED = "reachline.analytics.records.projected";
  static final String UNKNOWN = "reachline.analytics.records.unknown";
  static final String MALFORMED = "reachline.analytics.records.malformed";
  static final String TOO_LATE = "reachline.analytics.deltas.late";
  static final String IMPOSSIBLE = "reachline.analytics.cells.impossible";
  static final String CELLS_STORED = "reachline.analytics.cells.stored";
  static final String CELLS_UNREADABLE = "reachline.analytics.cells.unreadable";
  static final String STREAM_STOPS = "reachline.analytics.stream.stops";
  static final String NOT_TAKEN = "reachline.analytics.crises.not.taken";
  static final String NOT_TAKEN_AGE = "reachline.analytics.crises.not.taken.age";
  static final String CRISIS_TO_PAGE = "reachline.analytics.crisis.page";
  static final String PAGE_TO_ACK = "reachline.analytics.page.ack";
  static final String CRISIS_TO_ACK = "reachline.analytics.crisis.ack";

  private static final Map<String, String> TIMED =
      Map.of(
          Measure.CRISIS_TO_PAGE.id(), CRISIS_TO_PAGE,
          Measure.PAGE_TO_ACK.id(), PAGE_TO_ACK,
          Measure.CRISIS_TO_ACK.id(), CRISIS_TO_ACK);

  private final MeterRegistry registry;
  private final Map<String, Counter> counters = new ConcurrentHashMap<>();
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  AnalyticsMetrics(MeterRegistry registry) {
    this.registry = registry;
    AnalyticsTopics.SOURCES.forEach(
        topic -> {
          for (String name : new String[] {READ, PROJECTED, UNKNOWN, MALFORMED}) {
            counter(name, "topic", topic.name()).increment(0); // there from the start, at 0
          }
        });
    for (String name :
        new String[] {TOO_LATE, IMPOSSIBLE, CELLS_STORED, CELLS_UNREADABLE, STREAM_STOPS}) {
      counter(name).increment(0);
    }
  }

  void read(String topic) {
    counter(READ, "topic", topic).increment();
  }

  void projected(String topic) {
    counter(PROJECTED, "topic", topic).increment();
  }

  void unknown(String topic) {
    counter(UNKNOWN, "topic", topic).increment();
  }

  void malformed(String topic) {
    counter(MALFORMED, "topic", topic).increment();
  }

  void tooLate() {
    counter(TOO_LATE).increment();
  }

  void impossible() {
    counter(IMPOSSIBLE).increment();
  }

  public void stored(int cells) {
    counter(CELLS_STORED).increment(cells);
  }

  public void unreadableCell() {
    counter(CELLS_UNREADABLE).increment();
  }

  void streamStopped() {
    counter(STREAM_STOPS).increment();
  }

  /** A time became known; once per fact, so of the grains only the day's counts. */
  void time(CellKey key, Amount amount) {
    String name = TIMED.get(key.measure());
    if (name != null && key.grain() == Grain.DAY) {
      timer(name, key.agency()).record(Duration.ofMillis(amount.millis()));
    }
  }

  /** Keeps two gauges of an agency: how many wait, and for how many seconds the first one does. */
  public <T> void watch(
      AgencyId agency, T source, ToDoubleFunction<T> count, ToDoubleFunction<T> age) {
    Gauge.builder(NOT_TAKEN, source, count).tag("agency", agency.value()).register(registry);
    Gauge.builder(NOT_TAKEN_AGE, source, age)
        .baseUnit("seconds")
        .tag("agency", agency.value())
        .register(registry);
  }

  private Counter counter(String name, String... tags) {
    return counters.computeIfAbsent(
        name + String.join(",", tags), _ -> registry.counter(name, tags));
  }

  private Timer timer(String name, AgencyId agency) {
    return timers.computeIfAbsent(
        name + agency,
        _ ->
            Timer.builder(name)
                .tag("agency", agency.value())
                .serviceLevelObjectives(Cell.LIMITS.toArray(Duration[]::new))
                .register(registry));
  }
}
