package org.reachline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
  private static final int WARM = 150;
  private static final int FEW = 12;
  private static final int TEN_KB = 10_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\n\t",
        "😀😀😀",
        "\ud800",
        "\udc00\ud800",
        "\u200b\u200f\u202e",
        "\ufeff",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
        "\u05d0\u05d1\u05d2 \u0627\u0644\u0633\u0644\u0627\u0645",
        "\u0000\u0001\u007f",
        "12345678901234567890 999999999999",
        "...",
        "!?"
      })
  void nothingToReadIsNone(String text) {
    assertThat(Examples.severity(text)).isEqualTo(Severity.NONE);
  }

  @Test
  void randomUtf16NeverThrows() {
    var random = new Random(42);
    for (int i = 0; i < 500; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(200); n > 0; n--) {
        text.append((char) random.nextInt(Character.MAX_VALUE + 1));
      }
      assertThat(Triage.assess(text.toString(), Examples.PLAIN, Examples.RULES))
          .isInstanceOf(Assessment.Assessed.class);
    }
  }

  @Test
  void aCrisisIsFoundAtTheEndOfAMegabyte() {
    String text = "blah blah ".repeat(100_000) + "\ni took all my pills";

    assertThat(Examples.severity(text)).isEqualTo(Severity.IMMINENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not kill myself ",
        "a",
        "a ",
        "a. ",
        "a!",
        "\u0430a",
        "i i i i ",
        "\ud83d\ude00",
        "no quiero no puedo no tengo ",
        "lol kms ",
        "cant feel my hands freezing baby knife he ",
        "how are you doing today my friend ",
        "he hit me again last night n i dont know where to go w the kids, my phone is at 3%. "
            + "no tengo donde dormir hoy y hace mucho frio, mi hijo no come desde ayer. "
            + "can u call me b4 5? i took some pills earlier n now i feel really weird. "
            + "gracias por todo, ya no quiero seguir asi. see u at the office on tuesday\n"
      })
  void tenKilobytesOfAnythingTakeAMillisecond(String piece) {
    String text = piece.repeat(TEN_KB / piece.length() + 1).substring(0, TEN_KB);

    assertThat(best(text, WARM) / 1000)
        .as("microseconds, warm, best of " + WARM + "; twice as long on a slow machine")
        .isLessThan(2_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not kill myself ",
        "i i i i ",
        "kill .. my self ",
        "no puedo no tengo no siento ",
        "cant feel my hands freezing baby knife he "
      })
  void timeGrowsWithLengthAndNoFaster(String piece) {
    String shorter = piece.repeat(TEN_KB / piece.length());

    double ratio = (double) best(shorter.repeat(8), FEW) / Math.max(50_000, best(shorter, FEW));

    assertThat(ratio).as("eight times the text").isLessThan(32);
  }

  @Test
  void hiddenCharactersBetweenAllLettersHideNothing() {
    for (String hidden :
        List.of(
            "\u200b", "\u200d", "\u202e", "\u00ad", "\u0336", "\ufe0f", "\0", "\u0001", "\u007f",
            "\ufffc")) {
      String text = String.join(hidden, "im suicidal".split(""));

      assertThat(Examples.severity(text)).as(hidden).isEqualTo(Severity.HIGH);
    }
  }

  @Test
  void loneHalvesOfCharactersAroundACrisisHideNothing() {
    assertThat(Examples.severity("\udc00im suicidal\ud800")).isEqualTo(Severity.HIGH);
    assertThat(Examples.severity("im \ud83d suicidal")).isEqualTo(Severity.HIGH);
  }

  private static long best(String text, int rounds) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      Examples.assess(text);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  @Test
  void aFailureInsideIsUnassessedAndNeverNone() {
    var lexicon = new LexiconBuilder();
    var phrases = new PhraseBuilder(new PhraseWords(lexicon));
    phrases.add(Template.read("hi", new Vocabulary()), 0, false, false); // a cue without a name
    var broken =
        new Rules(
            "broken",
            lexicon.build(),
            phrases.build(),
            1,
            new CueBook(),
            List.of(),
            new BitSet(),
            List.of(),
            Learned.UNTRAINED,
            Set.of());

    Assessment assessment = Triage.assess("hi", Examples.PLAIN, broken);

    assertThat(assessment)
        .isEqualTo(new Assessment.Unassessed(Assessment.Reason.DETECTOR_ERROR, "broken"));
  }
}
