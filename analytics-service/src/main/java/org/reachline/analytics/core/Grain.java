package org.reachline.analytics.core;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * How long a bucket of time is, and how long its cells are kept. A bucket begins at an instant;
 * hours and days are those of the agency's own clock, so a day may have 23 or 25 hours.
 */
public enum Grain {
  FIVE_MINUTES("5m", Optional.of(Duration.ofDays(2))),
  HOUR("1h", Optional.of(Duration.ofDays(45))),
  DAY("1d", Optional.of(Duration.ofDays(761))),
  /** What is so now: a cell for each moment something began to wait, gone when nothing does. */
  OPEN("open", Optional.empty());

  /** The grains of what has happened. */
  static final List<Grain> PAST = List.of(FIVE_MINUTES, HOUR, DAY);

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // an Optional of a Duration never changes
  private final Optional<Duration> kept;

  Grain(String code, Optional<Duration> kept) {
    this.code = code;
    this.kept = kept;
  }

  /** As it stands in keys. */
  public String code() {
    return code;
  }

  static Grain of(String code) {
    for (Grain grain : values()) {
      if (grain.code.equals(code)) {
        return grain;
      }
    }
    throw new IllegalArgumentException("no grain");
  }

  /** Where the bucket of a moment begins. */
  public Instant bucket(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    return switch (this) {
      case FIVE_MINUTES -> Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), 300) * 300);
      case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
      case DAY -> local.toLocalDate().atStartOfDay(zone).toInstant();
      case OPEN -> at.truncatedTo(ChronoUnit.SECONDS);
    };
  }

  /** When a cell of a bucket is given up, if ever. */
  public Optional<Instant> gone(Instant bucket) {
    return kept.map(bucket::plus);
  }

  /** Whether a bucket is past its time. */
  public boolean isGone(Instant bucket, Instant now) {
    return gone(bucket).map(end -> !end.isAfter(now)).orElse(false);
  }
}
