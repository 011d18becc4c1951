package org.reachline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleFileTest {
  private static final String GOOD =
      """
      version t1
      list who = he|she
      cue hit RISK domestic_violence high
        en: hit
        es: golpeada
        {who} (hit|beat) me
      cue knife WEAPON
        en: knife
        es: cuchillo
        knife
      frame armed domestic_violence imminent tight
        any hit
        any WEAPON
      """;

  @Test
  void aSmallFileIsCompiledAndUsed() {
    assertThat(Rules.parse("r", GOOD))
        .isInstanceOfSatisfying(
            Rules.Loaded.class,
            loaded -> {
              assertThat(loaded.rules().phraseCount()).isEqualTo(5);
              assertThat(Triage.assess("he beat me w a knife", Examples.PLAIN, loaded.rules()))
                  .isInstanceOfSatisfying(
                      Assessment.Assessed.class,
                      a -> assertThat(a.severity()).isEqualTo(Severity.IMMINENT));
            });
  }

  @Test
  void allMistakesAreNamedTogetherWithFileAndLine() {
    String bad =
        """
        cue a RISK domestic_violence
          a b
        cue b NOTHING
        cue c NEG
          (open
          {nolist}
        frame f exposure high wide
          any nobody
        what is this
        """;

    assertThat(describe(bad).lines())
        .containsExactly(
            "r:1: expected category and level of a RISK",
            "r:1: expected a line 'version NAME'",
            "r:3: expected one of the types "
                + String.join(" ", Stream.of(CueType.values()).map(Enum::name).toList())
                + ", got NOTHING",
            "r:4: expected lines en: and es: in this cue",
            "r:5: expected a closing bracket )",
            "r:6: expected the name of a list, got {nolist}",
            "r:8: expected a cue or type of this set, got nobody",
            "r:9: expected version, list, verb, short, same, unit, block, cue, more, frame, support, alone, learned or weights");
  }

  @Test
  void whoeverNamesNoCategoryOrLevelIsToldAll() {
    assertThat(describe("version 1\nframe f expsure high wide\n"))
        .contains("r:2: expected one of the categories suicide_self_harm domestic_violence")
        .endsWith("housing_loss, got expsure");
    assertThat(describe("version 1\nframe f exposure none wide\n"))
        .isEqualTo("r:2: expected one of the levels low elevated high imminent, got none");
  }

  @Test
  void aSecondVersionLineIsRefused() {
    assertThat(describe("version 1\nversion 2\n"))
        .isEqualTo("r:2: expected one version line in a file");
  }

  @Test
  void aCueWithoutAPhraseIsRefusedUnlessAnotherFileHasItsPhrases() {
    String bare = "version 1\ncue a WEAPON\n  en: a\n  es: a\n";
    var more = new RuleFile("more", "version 1\nmore a\n  axe\n");

    assertThat(describe(bare)).isEqualTo("r:2: expected a phrase in this cue");
    assertThat(Rules.parse(List.of(new RuleFile("bare", bare), more)))
        .isInstanceOf(Rules.Loaded.class);
  }

  @Test
  void laughterTakesNothingImminentAwayAndNoOtherWordFollowsTheLevel() {
    String below = "\n  en: a\n  es: a\n  burns\n";

    assertThat(describe("version 1\ncue a RISK medical imminent idiom" + below))
        .startsWith("r:2: expected no idiom at imminent");
    assertThat(describe("version 1\ncue a RISK medical high idoim" + below))
        .isEqualTo("r:2: expected nothing but idiom after the level");
    assertThat(describe("version 1\ncue a WEAPON high" + below))
        .startsWith("r:2: expected cue ID TYPE and no more");
  }

  @Test
  void bytesThatAreNoTextAreRefusedEvenInANote() {
    byte[] latin1 = "version 1\n# ni\u00f1o\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(describe(new String(latin1, StandardCharsets.UTF_8)))
        .isEqualTo("r:2: expected text in UTF-8");
  }

  @Test
  void aByteOrderMarkIsReadOver() {
    assertThat(describe("\ufeff" + GOOD)).isEmpty();
  }

  @Test
  void theShippedFileHasBothLanguagesAndEveryCategory() {
    Rules core = Rules.core();

    assertThat(core.frameCount()).isBetween(25, 2_000);
    assertThat(core.phraseCount()).isGreaterThan(400);
    assertThat(core.version()).isNotEmpty();
  }

  @Test
  void everyCueIsExplainedInBothLanguages() {
    for (String cue : Examples.RULES.cueIds()) {
      assertThat(CueText.of(cue, Locale.ENGLISH)).as(cue).isNotEqualTo(cue);
      assertThat(CueText.of(cue, Locale.of("es", "MX")))
          .as(cue)
          .isNotEqualTo(cue)
          .isNotEqualTo(CueText.of(cue, Locale.ENGLISH));
    }
    assertThat(CueText.of("cold.numb", Locale.FRENCH)).isEqualTo("sign of cold injury, now");
  }

  private static String describe(String content) {
    return switch (Rules.parse("r", content)) {
      case Rules.Loaded _ -> "";
      case Rules.Refused(var errors) -> errors.describe();
    };
  }
}
