package org.reachline.analytics.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that happened to the thing a fact is about, in ids and codes. Ordered by time; equal
 * times break by place in the log, then by event.
 *
 * @param event the id of the event that told it: the same event told twice is one milestone
 * @param order its place in the log of its writer, 0 where there is none
 * @param dims codes only, such as {@code channel=twilio}
 * @param extractor which version of {@link Projection} read it
 */
public record Milestone(
    Step step, String event, Instant at, long order, SortedMap<String, String> dims, int extractor)
    implements Comparable<Milestone> {

  /** What happened. */
  public enum Step {
    RECEIVED,
    EDITED,
    DELETED,
    CONSENT,
    RECORDED,
    REQUESTED,
    SENT,
    DELIVERED,
    READ,
    FAILED,
    REFUSED,
    WINDOW_CLOSED,
    UNCERTAIN,
    RAISED,
    REASSESSED,
    DISPOSED,
    ESCALATED,
    PAGING,
    PAGED,
    ACKNOWLEDGED,
    ENGAGED,
    RESOLVED
  }

  private static final Comparator<Milestone> ORDER =
      Comparator.comparing(Milestone::at)
          .thenComparingLong(Milestone::order)
          .thenComparing(Milestone::event)
          .thenComparingInt(Milestone::extractor)
          .thenComparing(m -> m.dims().toString());

  public Milestone {
    requireNonNull(step, "step");
    requireNonNull(event, "event");
    requireNonNull(at, "at");
    dims = Collections.unmodifiableSortedMap(new TreeMap<>(dims));
  }

  static Milestone of(Step step, String event, Instant at, long order, Map<String, String> dims) {
    return new Milestone(step, event, at, order, new TreeMap<>(dims), Projection.VERSION);
  }

  /**
   * What two reports of one event come to: the earliest time, and the codes of the newest reading.
   */
  Milestone with(Milestone again) {
    Milestone newer = reading(this).compareTo(reading(again)) >= 0 ? this : again;
    Milestone earlier = compareTo(again) <= 0 ? this : again;
    return new Milestone(
        step, event, earlier.at, earlier.order, newer.dims, Math.max(extractor, again.extractor));
  }

  private static String reading(Milestone m) {
    return String.format("%09d", m.extractor) + m.dims;
  }

  /** The code of a dimension, or {@code unknown}. */
  public String dim(String name) {
    return dims.getOrDefault(name, "unknown");
  }

  @Override
  public int compareTo(Milestone other) {
    return ORDER.compare(this, other);
  }
}
