package org.reachline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An agency may add to the rules; whatever was imminent without its file stays imminent. */
class OverlayTest {
  private static final String MEANT = "  en: x\n  es: x\n";

  @Test
  void anAgencyAddsCuesPhrasesAndFrames() {
    Rules rules =
        loaded(
            """
            version a1
            list spot = overpass lot|pallet yard
            cue agency.spot SUBJECT
              en: a place we worry about
              es: un lugar que nos preocupa
              the {spot}
            more weapon
              sawzall
            frame agency.fight violence_threat imminent tight
              any agency.spot
              any WEAPON
            """);

    assertThat(severity("they got a sawzall at the pallet yard", rules))
        .isEqualTo(Severity.IMMINENT);
    assertThat(rules.meaning("agency.spot", Locale.of("es"))).contains("lugar");
    assertThat(rules.meaning("weapon", Locale.ENGLISH)).isEqualTo("a weapon is named");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "cue a NEG ~ 2: expected a type that lowers nothing",
        "cue a PAST ~ 2: expected a type that lowers nothing",
        "cue a MEDIA ~ 2: expected a type that lowers nothing",
        "cue a LAUGHTER ~ 2: expected a type that lowers nothing",
        "cue a CONNECTOR ~ 2: expected a type that lowers nothing",
        "more neg ~ 2: expected a cue that raises",
        "more benign.idiom ~ 2: expected a cue that raises",
        "short die = cookie ~ 2: expected version, list, cue, more or frame",
        "same cookie = kill myself ~ 2: expected version, list, cue, more or frame",
        "block overdsed ~ 2: expected version, list, cue, more or frame",
        "unit pills ~ 2: expected version, list, cue, more or frame",
        "cue sui.attempt RISK medical low ~ 2: expected a cue id not used before",
        "list kid = nobody ~ 2: expected a list name not used before",
        "frame suicide.means medical low wide ~ 2: expected a frame id not used before"
      })
  void whatCouldWeakenTheCoreIsRefusedWithTheReason(String line, String reason) {
    assertThat(refused("version a1\n" + line + "\n")).contains("agency:" + reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i took all my pills",
        "cant breathe (in here|laughing)",
        "my friend overdosed on tacos",
        "kidnapped by my bed"
      })
  void aHarmlessPhraseOverWhatTheCoreNeedsIsRefused(String phrase) {
    String reason = refused("version a1\ncue a BENIGN_FRAME\n" + MEANT + "  " + phrase + "\n");

    assertThat(reason).startsWith("agency:5: expected no harmless phrase over cue ");
  }

  @Test
  void aHarmlessPhraseOverLesserCuesIsAccepted() {
    Rules rules = loaded("version a1\ncue a BENIGN_FRAME\n" + MEANT + "  eviction court tuesday\n");

    assertThat(severity("eviction court tuesday", rules)).isEqualTo(Severity.NONE);
    assertThat(Examples.severity("eviction court tuesday"))
        .isGreaterThanOrEqualTo(Severity.ELEVATED);
  }

  @Test
  void aHarmlessRangeOverNumbersTheCoreNeedsIsRefused() {
    Rules core =
        small("cue lost RISK child_safety imminent\n  en: x\n  es: x\n  my #1-15 old is gone\n");
    var agency =
        new RuleFile(
            "agency", "version a1\ncue a BENIGN_FRAME\n" + MEANT + "  my #9-99 old is gone\n");

    assertThat(core.with(agency)).isInstanceOf(Rules.Refused.class);
  }

  @Test
  void whatTheCheckCannotSeeTheReadingStillRefuses() {
    Rules core =
        small(
            "short u = you\n"
                + "cue lost RISK child_safety imminent\n  en: x\n  es: x\n  you are gone\n");
    var agency =
        new RuleFile("agency", "version a1\ncue a BENIGN_FRAME\n" + MEANT + "  u are gone\n");
    Rules both = ((Rules.Loaded) core.with(agency)).rules();

    assertThat(severity("u are gone", core)).isEqualTo(Severity.IMMINENT);
    assertThat(severity("u are gone", both)).isEqualTo(Severity.IMMINENT);
  }

  @Test
  void aMisspellingMadeAWordOfTheAgencyIsStillReadAsTheCrisis() {
    Rules rules = loaded("version a1\ncue a WEAPON\n" + MEANT + "  overdsed\n");

    assertThat(severity("i think she overdsed", rules)).isEqualTo(Severity.IMMINENT);
  }

  @Test
  void anEmojiTheCoreDoesNotKnowWouldPartPhrasesAndIsRefused() {
    assertThat(refused("version a1\ncue a WEAPON\n" + MEANT + "  🍕\n"))
        .startsWith("agency:5: expected an emoji that the core rules know");
  }

  @Test
  void aLongerPhraseAtALowerLevelHidesNothingOfTheCore() {
    Rules rules =
        loaded(
            "version a1\ncue a RISK medical low\n" + MEANT + "  i took all my pills to be gone\n");

    assertThat(severity("i took all my pills to be gone", rules)).isEqualTo(Severity.IMMINENT);
  }

  @Test
  void noAcceptedFileEverLowersAnImminent() {
    var random = new Random(4);
    List<Examples.Line> all = Examples.all();
    int accepted = 0;
    for (int i = 0; i < 12; i++) {
      Rules.Outcome outcome = Examples.RULES.with(new RuleFile("agency", hostile(all, random)));
      if (outcome instanceof Rules.Loaded(var rules)) {
        accepted++;
        for (Examples.Line line : Examples.atLeast(Severity.IMMINENT)) {
          assertThat(severity(line.text(), rules)).as(line.id()).isEqualTo(Severity.IMMINENT);
        }
      }
    }
    assertThat(accepted).isGreaterThan(2);
  }

  /** Words of the examples themselves, cut at random, in every kind of line that is allowed. */
  private static String hostile(List<Examples.Line> all, Random random) {
    var file = new StringBuilder("version h1\n");
    List<String> kinds =
        List.of(
            "cue a%d RISK medical low",
            "cue a%d RISK exposure elevated idiom",
            "cue a%d WEAPON",
            "cue a%d PSEUDO_NEG",
            "cue a%d BENIGN_FRAME",
            "cue a%d NOW",
            "cue a%d RECENT",
            "cue a%d SUBJECT");
    for (int i = 0; i < 3; i++) {
      String kind = kinds.get(random.nextInt(kinds.size()));
      file.append(kind.formatted(i)).append('\n').append(MEANT);
      file.append("  ")
          .append(cut(all.get(random.nextInt(all.size())).text(), random))
          .append('\n');
    }
    return file.toString();
  }

  private static String cut(String text, Random random) {
    var words = new ArrayList<String>();
    Fold.fold(text, new Collected(words));
    int from = random.nextInt(words.size());
    int to = Math.min(words.size(), from + 1 + random.nextInt(9));
    return String.join(" ", words.subList(from, to));
  }

  private static Rules small(String content) {
    return ((Rules.Loaded) Rules.parse("core", "version c\n" + content)).rules();
  }

  private static Rules loaded(String content) {
    return switch (Examples.RULES.with(new RuleFile("agency", content))) {
      case Rules.Loaded(var rules) -> rules;
      case Rules.Refused(var errors) -> throw new AssertionError(errors.describe());
    };
  }

  private static String refused(String content) {
    return switch (Examples.RULES.with(new RuleFile("agency", content))) {
      case Rules.Loaded _ -> "accepted";
      case Rules.Refused(var errors) -> errors.describe();
    };
  }

  private static Severity severity(String text, Rules rules) {
    return ((Assessment.Assessed) Triage.assess(text, Examples.PLAIN, rules)).severity();
  }

  /** The words alone. */
  private record Collected(List<String> words) implements Fold.Words {
    @Override
    public void word(String folded, int start, int end) {
      words.add(folded);
    }
  }
}
