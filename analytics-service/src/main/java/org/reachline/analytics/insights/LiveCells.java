package org.reachline.analytics.insights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.reachline.analytics.core.Cell;
import org.reachline.analytics.core.CellKey;
import org.reachline.analytics.core.Figures;
import org.reachline.analytics.core.Grain;
import org.reachline.contracts.AgencyId;

/**
 * The cells the pages need, in memory: what is open, days of four weeks, hours of two days. Filled
 * from store and topic; can be lost at any time. Written by one thread, read by any.
 */
final class LiveCells {
  static final Duration HOURS = Duration.ofDays(2);
  static final Duration DAYS = Duration.ofDays(29);
  static final Duration LATE = Duration.ofSeconds(30);

  /** The cells of one agency, and how often they have changed. */
  private static final class Own {
    final Map<CellKey, KeptCell> cells = new ConcurrentHashMap<>();
    final AtomicLong version = new AtomicLong();
  }

  private final Map<AgencyId, Own> agencies = new ConcurrentHashMap<>();
  private final Clock clock;
  private final BooleanSupplier streaming;
  private volatile boolean filled;
  private volatile Instant heard;

  /**
   * @param streaming whether the streams are running
   */
  LiveCells(Clock clock, BooleanSupplier streaming) {
    this.clock = clock;
    this.streaming = streaming;
    this.heard = clock.instant();
  }

  /** Takes a cell in, unless a newer one is known. Called by one thread. */
  void take(KeptCell cell) {
    if (!isWanted(cell.key(), clock.instant())) {
      return;
    }
    Own own = own(cell.key().agency());
    KeptCell known = own.cells.get(cell.key());
    if (known == null || cell.isNewerThan(known)) {
      own.cells.put(cell.key(), cell);
      own.version.incrementAndGet();
    }
  }

  private static boolean isWanted(CellKey key, Instant now) {
    return switch (key.grain()) {
      case OPEN -> true;
      case DAY -> key.bucket().isAfter(now.minus(DAYS));
      case HOUR -> key.bucket().isAfter(now.minus(HOURS));
      case FIVE_MINUTES -> false;
    };
  }

  /** The topic has been read up to now. */
  void heard(boolean toTheEnd) {
    heard = clock.instant();
    filled = filled || toTheEnd;
  }

  /** Forgets what nobody asks for any more; of the open ones, those that are gone. */
  void prune() {
    Instant now = clock.instant();
    agencies
        .values()
        .forEach(
            own ->
                own.cells
                    .values()
                    .removeIf(
                        kept ->
                            !isWanted(kept.key(), now)
                                || (kept.key().grain() == Grain.OPEN && kept.cell().isEmpty())));
  }

  /** Raised whenever a cell of the agency changes. */
  long version(AgencyId agency) {
    return own(agency).version.get();
  }

  /** All that is known of an agency. */
  Figures figures(AgencyId agency) {
    Map<CellKey, Cell> cells = new HashMap<>();
    own(agency)
        .cells
        .forEach(
            (key, kept) -> {
              if (!kept.cell().isEmpty()) {
                cells.put(key, kept.cell());
              }
            });
    return new Figures(cells, state(), heard);
  }

  private Figures.State state() {
    boolean late = !streaming.getAsBoolean() || heard.isBefore(clock.instant().minus(LATE));
    if (!filled) {
      return Figures.State.FILLING;
    }
    return late ? Figures.State.LATE : Figures.State.OK;
  }

  private Own own(AgencyId agency) {
    return agencies.computeIfAbsent(agency, _ -> new Own());
  }
}
