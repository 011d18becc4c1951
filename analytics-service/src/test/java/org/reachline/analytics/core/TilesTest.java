package org.reachline.analytics.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reachline.analytics.core.Phrase.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Samples;

/** What the dashboard says, and what it does not say about too few people. */
class TilesTest {
  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
  private static final Instant NOW = Instant.parse("2026-01-17T04:30:00Z");
  private static final Instant TODAY = Instant.parse("2026-01-16T08:00:00Z");

  private final Map<CellKey, Cell> cells = new HashMap<>();

  @Test
  void aFreshStartSaysThatThereIsNothingYet() {
    assertThat(tile("not_taken_now").finding()).isEqualTo(words("finding.all_taken"));
    assertThat(tile("page_to_ack").finding()).isEqualTo(words("finding.none"));
    assertThat(tile("page_to_ack").value()).isEqualTo("–");
    assertThat(tile("messages_in").value()).isEqualTo("0");
  }

  @Test
  void oneCrisisThatNobodyHasTakenIsShownHoweverFew() {
    open(NOW.minusSeconds(161));

    Tile tile = tile("not_taken_now");

    assertThat(tile.value()).isEqualTo("1");
    assertThat(tile.alarm()).isTrue();
    assertThat(tile.finding())
        .isEqualTo(
            words("finding.not_taken_now", words("age.ms", Phrase.of("2"), Phrase.of("41"))));
  }

  @Test
  void messagesOfTodayMoveFromTheFirstOne() {
    count(Measure.MESSAGES_IN, Grain.DAY, TODAY, Map.of("channel", "twilio"), 1);
    count(Measure.MESSAGES_IN, Grain.HOUR, TODAY.plus(hours(20)), Map.of("channel", "twilio"), 1);
    count(Measure.MESSAGES_IN, Grain.DAY, TODAY.minus(hours(24)), Map.of("channel", "twilio"), 9);

    Tile tile = tile("messages_in");

    assertThat(tile.value()).isEqualTo("1");
    assertThat(tile.finding()).isEqualTo(words("finding.so_far"));
    assertThat(tile.rows()).hasSize(21).last().isEqualTo(List.of(text("20:00"), text("1")));
    assertThat(tile.spark()).startsWith("0,23 ").endsWith(" 100,1");
  }

  @Test
  void messagesOutAreToldByAuthor() {
    count(Measure.MESSAGES_OUT, Grain.DAY, TODAY, Map.of("author", "worker"), 2);
    count(Measure.MESSAGES_OUT, Grain.DAY, TODAY, Map.of("author", "automation"), 3);

    assertThat(tile("messages_out").value()).isEqualTo("5");
    assertThat(tile("messages_out").finding())
        .isEqualTo(words("finding.messages_out", text("2"), text("3")));
  }

  @Test
  void crisesAreCountedButFewOfALevelAreNotTold() {
    crises("imminent", 2);
    crises("high", 9);

    Tile tile = tile("crises");

    assertThat(tile.value()).isEqualTo("11");
    assertThat(tile.finding()).isEqualTo(words("finding.so_far"));
    assertThat(tile.hidden()).as("the other one would tell by subtraction").isEqualTo(2);
    assertThat(tile.rows().toString()).contains("col.hidden").doesNotContain("text=2", "text=9");
  }

  @Test
  void levelsAreToldFromFiveOn() {
    crises("imminent", 5);
    crises("high", 6);

    assertThat(tile("crises").finding()).isEqualTo(words("finding.crises", text("5"), text("6")));
    assertThat(tile("crises").hidden()).isZero();
  }

  @Test
  void nineteenTimesMakeNoMedianAndTwentyDo() {
    times(Measure.PAGE_TO_ACK, 19, 58_000);
    Tile few = tile("page_to_ack");
    times(Measure.PAGE_TO_ACK, 20, 58_000);
    Tile enough = tile("page_to_ack");

    assertThat(few.value()).isEqualTo("–");
    assertThat(few.count()).isEqualTo(19);
    assertThat(few.finding()).isEqualTo(words("finding.too_few", text("19"), text("20")));
    assertThat(few.rows())
        .containsExactly(List.of(text("2026-01-16"), text("19"), text("–"), text("–")));
    assertThat(enough.value()).isEqualTo("0:58");
    assertThat(enough.finding()).isEqualTo(words("finding.page_to_ack", text("0:58"), text("28")));
    assertThat(enough.kind()).isEqualTo(Measure.Kind.COHORT);
  }

  @Test
  void aTimeUnderASecondIsToldInMilliseconds() {
    times(Measure.CRISIS_TO_PAGE, 20, 240);

    assertThat(tile("crisis_to_page").unit()).isEqualTo("ms");
    assertThat(tile("crisis_to_page").value()).isBetween("238", "242");
  }

  @Test
  void suppressionNeverLeavesOneGap() {
    assertThat(Suppression.hidden(List.of(7L, 0L, 3L, 6L), 5))
        .containsExactly(false, false, true, true);
    assertThat(Suppression.hidden(List.of(2L, 3L, 9L), 5)).containsExactly(true, true, false);
    assertThat(Suppression.hidden(List.of(5L, 0L), 5)).containsExactly(false, false);
    assertThat(Suppression.hidden(List.of(3L), 5)).containsExactly(true);
  }

  @Test
  void everyWordATileNeedsIsInBothBundles() {
    open(NOW.minusSeconds(5));
    crises("imminent", 2);
    for (String language : List.of("en", "es")) {
      ResourceBundle bundle = ResourceBundle.getBundle("messages", Locale.of(language));
      for (Tile tile : tiles()) {
        assertThat(bundle.keySet())
            .contains("tile." + tile.key(), tile.finding().key())
            .containsAll(tile.columns().stream().map(c -> "col." + c).toList())
            .containsAll(keys(tile));
      }
      assertThat(bundle.keySet())
          .contains(
              "finding.none",
              "finding.so_far",
              "finding.too_few",
              "finding.crises",
              "finding.messages_out",
              "finding.page_to_ack",
              "finding.crisis_to_page",
              "unit.ms",
              "col.hidden");
    }
  }

  private static List<String> keys(Tile tile) {
    return tile.rows().stream()
        .flatMap(List::stream)
        .filter(Phrase.Words.class::isInstance)
        .map(phrase -> ((Phrase.Words) phrase).key())
        .toList();
  }

  private void open(Instant since) {
    count(Measure.NOT_TAKEN, Grain.OPEN, since, Map.of(), 1);
  }

  private void crises(String severity, long n) {
    count(Measure.CRISES, Grain.DAY, TODAY, Map.of("severity", severity), n);
  }

  private void count(
      Measure measure, Grain grain, Instant bucket, Map<String, String> dims, long n) {
    cells.put(
        CellKey.of(Samples.HARBOR, measure, grain, bucket, dims),
        new Cell(n, 0, List.of(), 0, Timings.NONE, 1));
  }

  private void times(Measure measure, int n, long millis) {
    Cell cell = Cell.none();
    for (int i = 0; i < n; i++) {
      Amount amount = Amount.between(TODAY, TODAY.plusMillis(millis));
      cell = cell.with(new Delta(List.of(amount), List.of()));
    }
    cells.put(CellKey.of(Samples.HARBOR, measure, Grain.DAY, TODAY, Map.of()), cell);
  }

  private List<Tile> tiles() {
    Figures figures = new Figures(cells, Figures.State.OK, NOW);
    return new Tiles(figures, 5, 20, ZONE, NOW).all();
  }

  private Tile tile(String key) {
    return tiles().stream().filter(tile -> tile.key().equals(key)).findFirst().orElseThrow();
  }

  private static Phrase text(String text) {
    return Phrase.of(text);
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }
}
