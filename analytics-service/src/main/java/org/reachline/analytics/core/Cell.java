package org.reachline.analytics.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One figure: how many, and for a measure of time how long it took them. Cumulative: the newest one
 * replaces every older one.
 *
 * @param n how many
 * @param millis all times together
 * @param within how many took no longer than each of {@link #LIMITS}; empty for a mere count
 * @param skewed how many ended before they began, by the clocks
 * @param times a {@link Timings} as text
 * @param rev how often it has changed
 */
public record Cell(long n, long millis, List<Long> within, long skewed, String times, long rev) {
  /** Exact counters beside the histogram, whose bins are a hundredth wide. */
  public static final List<Duration> LIMITS =
      List.of(
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5));

  public Cell {
    within = List.copyOf(within);
    requireNonNull(times, "times");
  }

  /** A figure of nothing yet. */
  public static Cell none() {
    return new Cell(0, 0, List.of(), 0, Timings.NONE, 0);
  }

  /** This figure after a change. */
  public Cell with(Delta delta) {
    Cell next = this;
    for (Amount amount : delta.plus()) {
      next = next.changed(amount, 1);
    }
    for (Amount amount : delta.minus()) {
      next = next.changed(amount, -1);
    }
    return new Cell(next.n, next.millis, next.within, next.skewed, next.times, rev + 1);
  }

  private Cell changed(Amount amount, int sign) {
    return new Cell(
        n + sign,
        millis + sign * amount.millis(),
        amount.timed() ? counted(amount.millis(), sign) : within,
        skewed + (amount.skewed() ? sign : 0),
        amount.timed() ? timed(amount.millis(), sign) : times,
        rev);
  }

  private List<Long> counted(long took, int sign) {
    List<Long> next =
        new ArrayList<>(within.isEmpty() ? Collections.nCopies(LIMITS.size(), 0L) : within);
    for (int i = 0; i < LIMITS.size(); i++) {
      if (took <= LIMITS.get(i).toMillis()) {
        next.set(i, next.get(i) + sign);
      }
    }
    return next;
  }

  private String timed(long took, int sign) {
    Timings kept = Timings.of(times);
    return (sign > 0 ? kept.plus(took) : kept.minus(took)).text();
  }

  /** Whether nothing is in it, so that it need not be kept. */
  public boolean isEmpty() {
    return n == 0;
  }

  /** Whether more was taken out than put in, which no order of events can do: a defect. */
  public boolean isImpossible() {
    return n < 0;
  }

  /** How many took no longer than a limit. */
  public long within(Duration limit) {
    int place = LIMITS.indexOf(limit);
    return within.isEmpty() ? 0 : within.get(place);
  }
}
