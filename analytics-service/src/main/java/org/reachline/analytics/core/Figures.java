package org.reachline.analytics.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cells of one agency as a node knows them.
 *
 * @param cells by key; of other agencies there are none
 * @param state how far they can be believed
 * @param asOf up to when they are known
 */
public record Figures(Map<CellKey, Cell> cells, State state, Instant asOf) {
  /** How far figures can be believed. */
  public enum State {
    OK,
    /** What was counted before is still being read. */
    FILLING,
    /** Nothing has been heard of the streams for a while. */
    LATE
  }

  public Figures {
    cells = Map.copyOf(cells);
    requireNonNull(state, "state");
    requireNonNull(asOf, "asOf");
  }

  /** How many of a measure in each bucket of a grain, from one moment on. */
  SortedMap<Instant, Long> byBucket(Measure measure, Grain grain, Instant from) {
    SortedMap<Instant, Long> counts = new TreeMap<>();
    cells.forEach(
        (key, cell) -> {
          if (key.is(measure, grain) && !key.bucket().isBefore(from)) {
            counts.merge(key.bucket(), cell.n(), Long::sum);
          }
        });
    return counts;
  }

  /** How many of a measure in one bucket, by the code of a dimension. */
  SortedMap<String, Long> byDim(Measure measure, Grain grain, Instant bucket, String dim) {
    SortedMap<String, Long> counts = new TreeMap<>();
    cells.forEach(
        (key, cell) -> {
          if (key.is(measure, grain) && key.bucket().equals(bucket)) {
            counts.merge(key.dims().getOrDefault(dim, "unknown"), cell.n(), Long::sum);
          }
        });
    return counts;
  }

  /** The times of a measure of time, by day, from one moment on. */
  SortedMap<Instant, Timings> timesByDay(Measure measure, Instant from) {
    SortedMap<Instant, Timings> times = new TreeMap<>();
    cells.forEach(
        (key, cell) -> {
          if (key.is(measure, Grain.DAY) && !key.bucket().isBefore(from)) {
            times.put(key.bucket(), Timings.of(cell.times()));
          }
        });
    return times;
  }

  /** How many conversations in a crisis wait for somebody to take them, by since when. */
  SortedMap<Instant, Long> notTaken() {
    return byBucket(Measure.NOT_TAKEN, Grain.OPEN, Instant.MIN);
  }

  /** How many wait. */
  public long notTakenNow() {
    return notTaken().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Seconds since the first of them began to wait, 0 if none does. */
  public double oldestNotTaken(Instant now) {
    SortedMap<Instant, Long> waiting = notTaken();
    return waiting.isEmpty() ? 0 : Math.max(0, seconds(waiting.firstKey(), now));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  static Instant today(Instant now, ZoneId zone) {
    return Grain.DAY.bucket(now, zone);
  }
}
