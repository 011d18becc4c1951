package org.reachline.analytics.core;

import static org.reachline.analytics.core.Phrase.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From figures to the tiles of the dashboard. How many messages and crises there were is workload
 * that the same people see on their queue, so it is shown however small; a count of people by a
 * trait is shown from k on, a percentile from twenty times on.
 */
public final class Tiles {
  /** How far back service levels look. */
  static final int DAYS = 28;

  private static final String NO_FIGURE = "–";
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Figures figures;
  private final int k;
  private final int percentilesFrom;
  private final ZoneId zone;
  private final Instant now;

  /**
   * @param k below it, a count of people by a trait is not shown
   * @param percentilesFrom below it, no percentile is shown
   */
  public Tiles(Figures figures, int k, int percentilesFrom, ZoneId zone, Instant now) {
    this.figures = figures;
    this.k = k;
    this.percentilesFrom = percentilesFrom;
    this.zone = zone;
    this.now = now;
  }

  /** All of them, what may need a hand first. */
  public List<Tile> all() {
    return List.of(
        notTaken(),
        times("page_to_ack", Measure.PAGE_TO_ACK),
        times("crisis_to_page", Measure.CRISIS_TO_PAGE),
        crises(),
        messagesIn(),
        messagesOut());
  }

  private Tile notTaken() {
    SortedMap<Instant, Long> waiting = figures.notTaken();
    long count = sum(waiting.values());
    Phrase.Words finding =
        count == 0
            ? words("finding.all_taken")
            : words("finding.not_taken_now", Spoken.age(Duration.between(waiting.firstKey(), now)));
    return new Tile(
        "not_taken_now",
        Long.toString(count),
        "",
        finding,
        Measure.NOT_TAKEN.kind(),
        "",
        count,
        0,
        count > 0,
        List.of("time", "count"),
        rows(waiting, MOMENT));
  }

  private Tile times(String key, Measure measure) {
    Instant from = Figures.today(now.minus(Duration.ofDays(DAYS - 1)), zone);
    SortedMap<Instant, Timings> days = figures.timesByDay(measure, from);
    Timings all = Timings.of(Timings.NONE);
    days.values().forEach(all::with);
    long few = days.values().stream().filter(day -> !isEnough(day)).count();
    Spoken median = isEnough(all) ? Spoken.of(all.of100(50)) : new Spoken(NO_FIGURE, "");
    return new Tile(
        key,
        median.value(),
        median.unit(),
        findingOf(key, all),
        measure.kind(),
        "",
        all.count(),
        Math.toIntExact(few),
        false,
        List.of("day", "count", "median", "p95"),
        days.entrySet().stream().map(day -> row(day.getKey(), day.getValue())).toList());
  }

  private boolean isEnough(Timings times) {
    return times.count() >= percentilesFrom;
  }

  private Phrase.Words findingOf(String key, Timings all) {
    if (all.count() == 0) {
      return words("finding.none");
    }
    return isEnough(all)
        ? words("finding." + key, Phrase.of(Spoken.of(all.of100(95)).text()), Phrase.of(DAYS))
        : words("finding.too_few", Phrase.of(all.count()), Phrase.of(percentilesFrom));
  }

  private List<Phrase> row(Instant day, Timings times) {
    return List.of(
        Phrase.of(day.atZone(zone).toLocalDate().toString()),
        Phrase.of(times.count()),
        percentile(times, 50),
        percentile(times, 95));
  }

  private Phrase percentile(Timings times, double percent) {
    return Phrase.of(isEnough(times) ? Spoken.of(times.of100(percent)).text() : NO_FIGURE);
  }

  private Tile crises() {
    SortedMap<String, Long> levels = today(Measure.CRISES, "severity");
    List<Boolean> hidden = Suppression.hidden(List.copyOf(levels.values()), k);
    boolean shown = !hidden.contains(true) && !levels.isEmpty();
    Phrase.Words finding =
        shown
            ? words(
                "finding.crises",
                Phrase.of(levels.getOrDefault("imminent", 0L)),
                Phrase.of(levels.getOrDefault("high", 0L)))
            : soFar(levels.values());
    return activity("crises", Measure.CRISES, finding)
        .withTable(
            List.of("level", "count"),
            levelRows(levels, hidden),
            Collections.frequency(hidden, true));
  }

  private List<List<Phrase>> levelRows(SortedMap<String, Long> levels, List<Boolean> hidden) {
    List<List<Phrase>> rows = new ArrayList<>();
    for (Map.Entry<String, Long> level : levels.entrySet()) {
      Phrase count =
          hidden.get(rows.size()) ? words("col.hidden", Phrase.of(k)) : Phrase.of(level.getValue());
      rows.add(List.of(words("level." + level.getKey()), count));
    }
    return rows;
  }

  private Tile messagesIn() {
    Collection<Long> channels = today(Measure.MESSAGES_IN, "channel").values();
    return activity("messages_in", Measure.MESSAGES_IN, soFar(channels));
  }

  private Tile messagesOut() {
    SortedMap<String, Long> authors = today(Measure.MESSAGES_OUT, "author");
    boolean allKnown = !authors.isEmpty() && !authors.containsKey("unknown");
    Phrase.Words finding =
        allKnown
            ? words(
                "finding.messages_out",
                Phrase.of(authors.getOrDefault("worker", 0L)),
                Phrase.of(authors.getOrDefault("automation", 0L)))
            : soFar(authors.values());
    return activity("messages_out", Measure.MESSAGES_OUT, finding);
  }

  private static Phrase.Words soFar(Collection<Long> counts) {
    return words(sum(counts) == 0 ? "finding.none" : "finding.so_far");
  }

  /** A count of today, hour by hour. */
  private Tile activity(String key, Measure measure, Phrase.Words finding) {
    SortedMap<Instant, Long> hours = new TreeMap<>();
    for (Instant hour = Figures.today(now, zone);
        !hour.isAfter(now);
        hour = hour.plus(Duration.ofHours(1))) {
      hours.put(Grain.HOUR.bucket(hour, zone), 0L);
    }
    hours.putAll(figures.byBucket(measure, Grain.HOUR, Figures.today(now, zone)));
    long count = sum(figures.byBucket(measure, Grain.DAY, Figures.today(now, zone)).values());
    return new Tile(
        key,
        Long.toString(count),
        "",
        finding,
        measure.kind(),
        spark(hours.values()),
        count,
        0,
        false,
        List.of("hour", "count"),
        rows(hours, HOUR));
  }

  private SortedMap<String, Long> today(Measure measure, String dim) {
    return figures.byDim(measure, Grain.DAY, Figures.today(now, zone), dim);
  }

  private List<List<Phrase>> rows(SortedMap<Instant, Long> counts, DateTimeFormatter format) {
    return counts.entrySet().stream()
        .map(
            e ->
                List.<Phrase>of(
                    Phrase.of(format.format(e.getKey().atZone(zone))), Phrase.of(e.getValue())))
        .toList();
  }

  /** Points from left to right, the highest at the top; no line of less than two. */
  static String spark(Collection<Long> counts) {
    long highest = counts.stream().mapToLong(Long::longValue).max().orElse(0);
    if (counts.size() < 2 || highest == 0) {
      return "";
    }
    List<String> points = new ArrayList<>();
    for (long count : counts) {
      long x = 100L * points.size() / (counts.size() - 1);
      points.add(x + "," + (23 - 22 * count / highest));
    }
    return String.join(" ", points);
  }

  private static long sum(Collection<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
