package org.reachline.analytics.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reachline.analytics.core.Cell;
import org.reachline.analytics.core.CellKey;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Samples;

/** What every store of cells must do. */
abstract class CellStoreContract {
  private static final Instant DAY = Instant.parse("2026-11-20T05:00:00Z");

  /** An empty one. */
  abstract CellStore store();

  @Test
  void theNewestOffsetWinsInWhateverOrderTheyAreWritten() {
    CellStore store = store();
    List<KeptCell> all = new ArrayList<>();
    for (int offset = 1; offset <= 40; offset++) {
      all.add(day(Samples.HARBOR, 100 + offset, offset));
    }
    Collections.shuffle(all, new Random(3));

    all.forEach(cell -> store.keep(List.of(cell)));
    store.keep(all.subList(0, 20));

    assertThat(recent(store, Samples.HARBOR)).containsExactly(day(Samples.HARBOR, 140, 40));
  }

  @Test
  void theSameAgainChangesNothing() {
    CellStore store = store();
    List<KeptCell> batch = List.of(day(Samples.HARBOR, 3, 5), open(4, 6));

    store.keep(batch);
    store.keep(batch);

    assertThat(recent(store, Samples.HARBOR)).containsExactlyInAnyOrderElementsOf(batch);
  }

  @Test
  void whatIsGoneStaysGoneWhenOlderNewsComeAgain() {
    CellStore store = store();

    store.keep(List.of(open(1, 10)));
    store.keep(List.of(new KeptCell(open(0, 0).key(), Cell.none(), 11)));
    store.keep(List.of(open(1, 10)));

    assertThat(recent(store, Samples.HARBOR)).isEmpty();
  }

  @Test
  void oneAgencyNeverGetsAnothersCells() {
    CellStore store = store();

    store.keep(List.of(day(Samples.HARBOR, 1, 1), day(Samples.MIRROR, 2, 2)));

    assertThat(recent(store, Samples.HARBOR)).containsExactly(day(Samples.HARBOR, 1, 1));
    assertThat(recent(store, Samples.MIRROR)).containsExactly(day(Samples.MIRROR, 2, 2));
  }

  @Test
  void recentAreTheOpenOnesHoweverOldAndTheDaysFromAMomentOn() {
    CellStore store = store();
    KeptCell hour = new KeptCell(key(Samples.HARBOR, "1h", DAY), cell(1), 1);
    KeptCell old =
        new KeptCell(key(Samples.HARBOR, "1d", DAY.minus(Duration.ofDays(9))), cell(1), 2);

    store.keep(List.of(hour, old, day(Samples.HARBOR, 1, 3), open(1, 4)));

    assertThat(recent(store, Samples.HARBOR))
        .containsExactlyInAnyOrder(day(Samples.HARBOR, 1, 3), open(1, 4));
  }

  private static List<KeptCell> recent(CellStore store, AgencyId agency) {
    return store.recent(agency, DAY.minus(Duration.ofDays(1)));
  }

  private static KeptCell day(AgencyId agency, long n, long offset) {
    return new KeptCell(key(agency, "1d", DAY), cell(n), offset);
  }

  private static KeptCell open(long n, long offset) {
    CellKey key = CellKey.parse("harbor|crises.not_taken@1|open|2026-10-01T05:00:01Z|");
    return new KeptCell(key, cell(n), offset);
  }

  private static CellKey key(AgencyId agency, String grain, Instant bucket) {
    return CellKey.parse(agency + "|crises@1|" + grain + "|" + bucket + "|severity=high");
  }

  private static Cell cell(long n) {
    return new Cell(n, 250, List.of(1L, 1L, 1L, 2L, 2L), 0, "", n);
  }
}
