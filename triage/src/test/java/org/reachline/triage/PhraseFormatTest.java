package org.reachline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a phrase in a rule file stands for. */
class PhraseFormatTest {
  private static final String WORDS =
      """
      version t1
      same cant cannot = can not
      same wanna = want to
      same gonna finna = going to
      unit f yo
      verb es morir stem=muer past=mur ed=muerto
      verb en take ed=took|taken
      list limb = {hand}|foot
      list hand = hand|fingers
      cue neg NEG
        en: no
        es: no
        not|no|without
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cant feel my hand",
        "cant even feel my hand",
        "cant really even feel both my hand",
        "cannot hardly feel the fingers",
        "can not feel my foot",
        "i can not even feel my poor foot",
        "can't... feel my hand"
      })
  void aGapLetsUpToTwoWordsPass(String text) {
    assertThat(finds("cant .. feel .. {limb}", text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cant any of you feel my hand", // three words
        "cant feel my no good hand", // a negation in the gap
        "cant. feel my hand",
        "feel my hand"
      })
  void aGapLetsNoMoreThanThatPass(String text) {
    assertThat(finds("cant .. feel .. {limb}", text)).isFalse();
  }

  @Test
  void aGapIsRefusedWhereItCouldHideOrLower() {
    assertThat(errors("cue x BENIGN_FRAME", "killing .. time"))
        .isEqualTo("r:17: expected no gap in a phrase that can lower");
    assertThat(errors("cue x WEAPON", ".. gun")).isEqualTo("r:17: expected words before a gap");
    assertThat(errors("cue x WEAPON", "gun ..")).isEqualTo("r:17: expected words after a gap");
    assertThat(errors("cue x WEAPON", "a .. b .. c .. d .. e"))
        .isEqualTo("r:17: expected at most 3 gaps in a phrase");
  }

  @ParameterizedTest
  @CsvSource({
    "i cant go, i can not go",
    "i can not go, i cannot go",
    "i wanna go, i want to go",
    "i want to go, i wanna go",
    "i want, i wanna go",
    "gonna go, im finna go",
    "going to go, im finna go"
  })
  void oneWordAndTheTwoItStandsForMatchEachOther(String phrase, String text) {
    assertThat(finds(phrase, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "fever #103-108, fever 103.5",
    "#103-108 f, its 104f now",
    "#103-108 f, its 103.2F now",
    "#1-17 yo, my 12yo sister",
    "#1-17 [f], im 12"
  })
  void numbersAreReadWithTheirUnits(String phrase, String text) {
    assertThat(finds(phrase, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "[so] [very] cold, cold",
    "[so] [very] cold, so cold",
    "[so] [very] cold, so very cold",
    "perdid(o|a), perdida",
    "smell(s|ed|), smell",
    "{limb}, fingers",
    "(a|b)[s], bs"
  })
  void bracketsAreChoicesAndMayEndAWord(String phrase, String text) {
    assertThat(finds(phrase, text)).isTrue();
  }

  @Test
  void englishVerbsComeInTheirForms() {
    assertThat(Verbs.forms("en", "choke", List.of(), Map.of()))
        .containsExactly("choke", "chokes", "choked", "choking", "chokin");
    assertThat(Verbs.forms("en", "stab", List.of("ing", "ed"), Map.of()))
        .containsExactly("stabbed", "stabbing", "stabbin");
    assertThat(Verbs.forms("en", "carry", List.of("s", "ed"), Map.of()))
        .containsExactly("carries", "carried");
    assertThat(Verbs.forms("en", "punch", List.of("s"), Map.of())).containsExactly("punches");
    assertThat(Verbs.forms("en", "beat", List.of("ing"), Map.of()))
        .containsExactly("beating", "beatin");
    assertThat(finds("{en:take ed} .. f", "took all f")).isTrue();
  }

  @Test
  void spanishVerbsComeInTheirForms() {
    assertThat(Verbs.forms("es", "pegar", List.of("3", "past"), Map.of()))
        .containsExactly("pego", "pegaron", "pegaba", "pegaban");
    assertThat(Verbs.forms("es", "pegar", List.of("1", "pres", "past"), Map.of()))
        .containsExactly("pego", "pegamos", "pegue", "pegaba", "pegabamos");
    assertThat(Verbs.forms("es", "amenazar", List.of("ing", "+me"), Map.of()))
        .containsExactly(
            "amenazando", "amenazandome", "amenazandonos", "amenazarme", "amenazarnos");
    assertThat(
            Verbs.forms("es", "seguir", List.of("1pres", "3pres"), Map.of("stem", List.of("sigu"))))
        .containsExactly("sigo", "seguimos", "sigue", "siguen");
    assertThat(
            Verbs.forms(
                "es",
                "morir",
                List.of("3"),
                Map.of("stem", List.of("muer"), "past", List.of("mur"))))
        .containsExactly(
            "muere", "mueren", "murio", "murieron", "moria", "morian", "morira", "moriran");
    assertThat(finds("se {es:morir 3 past ed}", "se murio")).isTrue();
    assertThat(finds("se {es:morir 3 past}", "se muere")).isFalse();
  }

  @Test
  void whatABracketNamesMustExist() {
    assertThat(errors("cue x WEAPON", "{es:golpear 3 plural}"))
        .isEqualTo("r:17: expected a form of {golpear}, got plural");
    assertThat(errors("cue x WEAPON", "{es:stab}"))
        .isEqualTo("r:17: expected a Spanish infinitive, got stab");
    assertThat(errors("list a = {b}\nlist b = {a}\ncue x WEAPON", "{a}"))
        .contains("expected a list that does not contain itself, got {a}");
    assertThat(errors("list limb = x\ncue x WEAPON", "a"))
        .contains("expected a list name not used before, got limb");
  }

  @Test
  void aPhraseOfNoWordsOrTooManyIsRefused() {
    assertThat(errors("cue x WEAPON", "(a|)"))
        .isEqualTo("r:17: expected a phrase of at least one word");
    assertThat(errors("cue x WEAPON", "a b c d e f g h i j k l m n o p q"))
        .isEqualTo("r:17: expected a phrase of at most 16 words");
    assertThat(errors("cue x WEAPON", "(a|b) (c|d"))
        .isEqualTo("r:17: expected a closing bracket )");
    assertThat(errors("cue x WEAPON", "(".repeat(3_000) + "a" + ")".repeat(3_000)))
        .isEqualTo("r:17: expected at most 30 brackets inside each other");
  }

  @Test
  void listsAndCuesMayBeDefinedInAnyFileOfTheSet() {
    var first = new RuleFile("a", "version 1\nframe f medical high wide\n  any later\n");
    var second = new RuleFile("b", "version 2\ncue later WEAPON\n  en: x\n  es: x\n  my {thing}\n");
    var third = new RuleFile("c", "version 1\nlist thing = ax\nmore later\n  hammer\n");

    assertThat(Rules.parse(List.of(first, second, third)))
        .isInstanceOfSatisfying(
            Rules.Loaded.class,
            loaded -> {
              assertThat(severity("my ax", loaded.rules())).isEqualTo(Severity.HIGH);
              assertThat(severity("hammer", loaded.rules())).isEqualTo(Severity.HIGH);
              assertThat(loaded.rules().version()).startsWith("2-");
            });
  }

  @Test
  void anyChangeOfAnyFileChangesTheVersion() {
    String before = rules("gun").version();

    assertThat(rules("gun").version()).isEqualTo(before).hasSize("t1-".length() + 8);
    assertThat(rules("guns").version()).isNotEqualTo(before);
  }

  private static boolean finds(String phrase, String text) {
    return severity(text, rules(phrase)) != Severity.NONE;
  }

  private static Severity severity(String text, Rules rules) {
    return ((Assessment.Assessed) Triage.assess(text, Examples.PLAIN, rules)).severity();
  }

  private static Rules rules(String phrase) {
    String content = file("cue x RISK medical high", phrase);
    return switch (Rules.parse("r", content)) {
      case Rules.Loaded(var rules) -> rules;
      case Rules.Refused(var errors) -> throw new AssertionError(errors.describe());
    };
  }

  private static String errors(String header, String phrase) {
    return switch (Rules.parse("r", file(header, phrase))) {
      case Rules.Loaded _ -> "";
      case Rules.Refused(var errors) -> errors.describe();
    };
  }

  private static String file(String header, String phrase) {
    return WORDS + header + "\n  en: x\n  es: x\n  " + phrase + "\n";
  }
}
