package org.reachline.analytics.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reachline.analytics.core.Cell;
import org.reachline.analytics.core.CellKey;
import org.reachline.analytics.core.Figures;
import org.reachline.contracts.Samples;

/** What the pages see of the cells, and how far it can be believed. */
class LiveCellsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String WAITING = "harbor|crises.not_taken@1|open|2026-11-20T11:58:00Z|";

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private boolean streaming = true;
  private final LiveCells live = new LiveCells(clock(now), () -> streaming);

  @Test
  void olderNewsNeverReplaceNewerOnes() {
    live.take(kept(WAITING, 1, 7));
    live.take(new KeptCell(CellKey.parse(WAITING), Cell.none(), 9));
    live.take(kept(WAITING, 1, 8));

    assertThat(live.figures(Samples.HARBOR).notTakenNow()).isZero();
    assertThat(live.version(Samples.HARBOR)).isEqualTo(2);
  }

  @Test
  void theOldestOneThatWaitsGivesTheAge() {
    live.take(kept(WAITING, 1, 7));
    live.take(kept("harbor|crises.not_taken@1|open|2026-11-20T11:59:00Z|", 2, 8));

    Figures figures = live.figures(Samples.HARBOR);
    assertThat(figures.notTakenNow()).isEqualTo(3);
    assertThat(figures.oldestNotTaken(NOW)).isEqualTo(120.0);
    assertThat(live.figures(Samples.MIRROR).notTakenNow()).isZero();
  }

  @Test
  void figuresFillThenHoldThenAreLate() {
    assertThat(state()).isEqualTo(Figures.State.FILLING);
    live.heard(false);
    assertThat(state()).isEqualTo(Figures.State.FILLING);
    live.heard(true);
    assertThat(state()).isEqualTo(Figures.State.OK);
    now.set(NOW.plus(Duration.ofSeconds(31)));
    assertThat(state()).isEqualTo(Figures.State.LATE);
    live.heard(false);
    assertThat(state()).isEqualTo(Figures.State.OK);
    streaming = false;
    assertThat(state()).isEqualTo(Figures.State.LATE);
  }

  @Test
  void whatNobodyAsksForIsForgotten() {
    live.take(kept("harbor|crises@1|5m|2026-11-20T11:55:00Z|", 1, 1));
    live.take(kept("harbor|crises@1|1h|2026-11-20T11:00:00Z|", 1, 2));
    assertThat(live.figures(Samples.HARBOR).cells()).hasSize(1);

    now.set(NOW.plus(Duration.ofDays(3)));
    live.prune();

    assertThat(live.figures(Samples.HARBOR).cells()).isEmpty();
  }

  private Figures.State state() {
    return live.figures(Samples.HARBOR).state();
  }

  private static KeptCell kept(String key, long n, long offset) {
    return new KeptCell(CellKey.parse(key), new Cell(n, 0, List.of(), 0, "", 1), offset);
  }

  private static Clock clock(AtomicReference<Instant> now) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }
}
