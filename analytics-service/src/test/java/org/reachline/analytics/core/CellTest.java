package org.reachline.analytics.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Samples;

/** Cells and the times in them. */
class CellTest {
  private static final Instant START = Instant.parse("2026-01-17T04:00:00Z");

  @Test
  void whatIsTakenBackLeavesNoTraceInWhateverOrder() {
    List<Amount> kept = times(1, 30);
    List<Amount> passing = times(2, 30);
    Cell truth = figure(with(kept));

    for (int seed = 0; seed < 20; seed++) {
      List<Amount> all = new ArrayList<>(kept);
      all.addAll(passing);
      Collections.shuffle(all, new Random(seed));
      Cell cell = with(all);
      for (Amount amount : passing) {
        cell = cell.with(new Delta(List.of(), List.of(amount)));
      }
      assertThat(figure(cell)).isEqualTo(truth);
    }
  }

  @Test
  void aTimeIsCountedExactlyWithinEachLimitItKeeps() {
    Cell cell = with(List.of(took(20_000), took(20_001), took(119_000), took(900_000)));

    assertThat(cell.within(Duration.ofSeconds(20))).isEqualTo(1);
    assertThat(cell.within(Duration.ofSeconds(30))).isEqualTo(2);
    assertThat(cell.within(Duration.ofMinutes(2))).isEqualTo(3);
    assertThat(cell.within(Duration.ofMinutes(5))).isEqualTo(3);
    assertThat(cell.n()).isEqualTo(4);
  }

  @Test
  void percentilesAreAHundredthOffAtMost() {
    Cell cell = Cell.none();
    for (int i = 1; i <= 1000; i++) {
      cell = cell.with(new Delta(List.of(took(i * 777L)), List.of()));
    }

    double median = Timings.of(cell.times()).of100(50).toMillis();
    double p95 = Timings.of(cell.times()).of100(95).toMillis();
    assertThat(median).isBetween(388_500 * 0.99, 388_500 * 1.01);
    assertThat(p95).isBetween(738_150 * 0.99, 738_150 * 1.01);
  }

  @Test
  void theShortestAndTheLongestTimesAreKept() {
    Cell cell = with(List.of(took(0), took(Duration.ofDays(40).toMillis())));

    assertThat(cell.millis()).isEqualTo(Amount.LONGEST.toMillis());
    assertThat(Timings.of(cell.times()).count()).isEqualTo(2);
  }

  @Test
  void takingOutWhatWasNeverInIsSeenAsADefect() {
    Cell cell = Cell.none().with(new Delta(List.of(), List.of(took(5))));

    assertThat(cell.isImpossible()).isTrue();
    assertThat(cell.with(new Delta(List.of(took(5)), List.of())).isEmpty()).isTrue();
  }

  @Test
  void damagedTimesAreRefusedWithoutBeingRepeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Timings.of("bm90IGEgaGlzdG9ncmFt"))
        .withMessage("not the times of a cell");
  }

  @Test
  void differencesLeadFromWhatWasAddedToWhatIsAdded() {
    Map<String, Amount> before = Map.of("same", took(1), "moved", took(2), "gone", took(3));
    Map<String, Amount> now = Map.of("same", took(1), "moved", took(4), "new", took(5));

    assertThat(Delta.between(before, now))
        .containsOnly(
            Map.entry("moved", new Delta(List.of(took(4)), List.of(took(2)))),
            Map.entry("gone", new Delta(List.of(), List.of(took(3)))),
            Map.entry("new", new Delta(List.of(took(5)), List.of())));
  }

  @Test
  void aKeyReadsBackAndItsDocumentBeginsWithTheAgency() {
    CellKey key =
        CellKey.of(
            Samples.HARBOR, Measure.CRISES, Grain.DAY, START, Map.of("severity", "imminent"));

    assertThat(key.text()).isEqualTo("harbor|crises@1|1d|2026-01-17T04:00:00Z|severity=imminent");
    assertThat(CellKey.parse(key.text())).isEqualTo(key);
    assertThat(key.documentId())
        .isEqualTo("harbor.crises@1|1d|2026-01-17T04:00:00Z|severity=imminent");
    assertThatIllegalArgumentException().isThrownBy(() -> CellKey.parse("harbor|crises@1"));
  }

  private static List<Amount> times(long seed, int count) {
    Random random = new Random(seed);
    List<Amount> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      times.add(took(random.nextInt(3_000_000)));
    }
    return times;
  }

  private static Amount took(long millis) {
    return Amount.between(START, START.plusMillis(millis));
  }

  private static Cell with(List<Amount> amounts) {
    return Cell.none().with(new Delta(amounts, List.of()));
  }

  private static Cell figure(Cell c) {
    return new Cell(c.n(), c.millis(), c.within(), c.skewed(), c.times(), 0);
  }
}
