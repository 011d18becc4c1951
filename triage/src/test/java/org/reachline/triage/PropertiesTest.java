package org.reachline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What must hold for every message: adding text never lowers, results repeat, spans lie in the
 * text.
 */
class PropertiesTest {
  private static final List<String> ASIDES =
      List.of(
          "lol",
          "just kidding",
          "not",
          "no",
          "it was years ago when i was a kid",
          "in the movie",
          "jaja es broma",
          "never mind",
          "hace muchos años",
          "i watched a film for class",
          "STOP",
          "ok thanks",
          "a b c d e");

  @Test
  void textAddedAtALineOrSentenceBoundaryNeverLowersAnImminent() {
    for (Examples.Line line : Examples.atLeast(Severity.IMMINENT)) {
      for (String aside : ASIDES) {
        assertImminent(line, aside + "\n" + line.text());
        assertImminent(line, aside + ". " + line.text());
        assertImminent(line, line.text() + "\n" + aside);
        assertImminent(line, line.text() + ". " + aside);
      }
    }
  }

  @Test
  void anyTwoAuthoredLinesTogetherAreAtLeastAsUrgentAsTheImminentOne() {
    var random = new Random(7);
    List<Examples.Line> all = Examples.all();
    for (Examples.Line line : Examples.atLeast(Severity.IMMINENT)) {
      for (int i = 0; i < 20; i++) {
        String other = all.get(random.nextInt(all.size())).text();
        assertImminent(line, other + "\n" + line.text());
        assertImminent(line, line.text() + "\n" + other);
      }
    }
  }

  @Test
  void threadAndLocaleDoNotMatter() throws Exception {
    List<Assessment> expected = assessAll();
    Locale before = Locale.getDefault();
    try (var pool = Executors.newFixedThreadPool(4)) {
      Locale.setDefault(Locale.of("tr", "TR"));
      Callable<List<Assessment>> task = PropertiesTest::assessAll;
      for (Future<List<Assessment>> again : pool.invokeAll(List.of(task, task, task, task))) {
        assertThat(again.get()).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void twoLoadsOfTheRulesGiveTheSameResults() {
    Rules again = Rules.core();

    for (Examples.Line line : Examples.all()) {
      assertThat(Triage.assess(line.text(), Examples.PLAIN, again))
          .isEqualTo(Examples.assess(line.text()));
    }
  }

  @Test
  void evidenceLiesInTheMessageAndSplitsNoCharacter() {
    for (Examples.Line line : Examples.all()) {
      String text = "\ud83d\ude00\u200b " + decorated(line.text());
      for (Evidence e : Examples.assess(text).evidence()) {
        assertThat(e.end()).isLessThanOrEqualTo(text.length());
        assertThat(Character.isLowSurrogate(text.charAt(e.start()))).isFalse();
        assertThat(Character.isHighSurrogate(text.charAt(e.end() - 1))).isFalse();
      }
    }
  }

  @Test
  void theQuotedSpanAloneStillGivesItsCue() {
    for (Examples.Line line : Examples.atLeast(Severity.ELEVATED)) {
      for (Evidence e : Examples.assess(line.text()).evidence()) {
        if (e.effect() == Effect.RAISES && e.type() == CueType.RISK) {
          String span = line.text().substring(e.start(), e.end());
          assertThat(Examples.assess(span).evidence()).extracting(Evidence::cue).contains(e.cue());
        }
      }
    }
  }

  @Test
  void noSpanBeginsOrEndsWithABlank() {
    for (Examples.Line line : Examples.atLeast(Severity.ELEVATED)) {
      for (Evidence e : Examples.assess(line.text()).evidence()) {
        String span = line.text().substring(e.start(), e.end());
        assertThat(span).isEqualTo(span.strip()).isNotEmpty();
      }
    }
  }

  private static List<Assessment> assessAll() {
    return Examples.all().stream().map(l -> (Assessment) Examples.assess(l.text())).toList();
  }

  /** Every fourth letter as its mathematical bold twin: two UTF-16 units each. */
  private static String decorated(String text) {
    var decorated = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = i % 4 != 0 || c < 'a' || c > 'z';
      decorated.appendCodePoint(plain ? c : 0x1D41A + c - 'a');
    }
    return decorated.toString();
  }

  private static void assertImminent(Examples.Line line, String text) {
    assertThat(Examples.severity(text)).as("%s: %s", line.id(), text).isEqualTo(Severity.IMMINENT);
  }
}
