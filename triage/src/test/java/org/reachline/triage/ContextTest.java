package org.reachline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextTest {
  private static final String ELEVATED = "got no place for tonight";

  @ParameterizedTest
  @CsvSource({"PT1H, HIGH", "PT25H, ELEVATED", "PT49H, LOW", "PT73H, NONE"})
  void priorRiskFadesOneStepADayAndDoesNotVanish(Duration ago, Severity left) {
    Context context = after(earlier("m1", ago, "text", Severity.HIGH));

    Assessment.Assessed assessed = Examples.assess("ok thanks", context);

    assertThat(assessed.effective()).isEqualTo(left);
    assertThat(assessed.severity()).isEqualTo(Severity.NONE);
  }

  @Test
  void anElevatedSoonAfterAHighBecomesHigh() {
    Context context = after(earlier("m1", Duration.ofHours(70), "text", Severity.HIGH));

    Assessment.Assessed assessed = Examples.assess(ELEVATED, context);

    assertThat(assessed.severity()).isEqualTo(Severity.HIGH);
    assertThat(assessed.modifiers()).contains(Modifier.AFTER_HIGH);
    assertThat(assessed.earlierUsed()).containsExactly("m1");
  }

  @Test
  void theThirdElevatedOfADayBecomesHigh() {
    Context two =
        after(
            earlier("m2", Duration.ofHours(20), "text", Severity.ELEVATED),
            earlier("m1", Duration.ofHours(5), "text", Severity.ELEVATED));
    Context one = after(earlier("m2", Duration.ofHours(5), "text", Severity.ELEVATED));

    assertThat(Examples.assess(ELEVATED, two).severity()).isEqualTo(Severity.HIGH);
    assertThat(Examples.assess(ELEVATED, two).modifiers()).contains(Modifier.REPEATED);
    assertThat(Examples.assess(ELEVATED, two).earlierUsed()).containsExactly("m2", "m1");
    assertThat(Examples.assess(ELEVATED, one).severity()).isEqualTo(Severity.ELEVATED);
    assertThat(Examples.assess(ELEVATED, one).earlierUsed()).isEmpty();
  }

  @Test
  void onlyTheMessagesWhoseLevelsCountedAreNamed() {
    Context mixed =
        after(
            earlier("old", Duration.ofHours(40), "text", Severity.ELEVATED),
            earlier("calm", Duration.ofHours(9), "text", Severity.LOW),
            earlier("high", Duration.ofHours(30), "text", Severity.HIGH));

    assertThat(Examples.assess(ELEVATED, mixed).earlierUsed()).containsExactly("high");
    assertThat(Examples.assess("ok thanks", mixed).earlierUsed()).isEmpty();
  }

  @Test
  void eachPieceOfEvidenceTellsTheHighestLevelItHelpedTo() {
    Assessment.Assessed found = Examples.assess(ELEVATED);
    Assessment.Assessed denied = Examples.assess("i was suicidal years ago");

    assertThat(found.evidence())
        .filteredOn(e -> e.effect() == Effect.RAISES)
        .extracting(Evidence::level)
        .contains(Severity.ELEVATED)
        .allMatch(level -> level.atLeast(Severity.LOW));
    assertThat(denied.evidence())
        .extracting(Evidence::effect, Evidence::level)
        .contains(tuple(Effect.LOWERED, Severity.LOW), tuple(Effect.LOWERS, Severity.NONE));
  }

  @Test
  void noRoofIsHighWhileAWeatherAlertIsOn() {
    for (WeatherAlert alert : List.of(WeatherAlert.COLD, WeatherAlert.HEAT)) {
      Assessment.Assessed assessed = Examples.assess(ELEVATED, Examples.PLAIN.withWeather(alert));

      assertThat(assessed.severity()).isEqualTo(Severity.HIGH);
      assertThat(assessed.modifiers()).contains(Modifier.WEATHER);
    }
    assertThat(Examples.severity(ELEVATED)).isEqualTo(Severity.ELEVATED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i cant feel | my hands and its freezing",
        "i want to kill | myself",
        "me quiero morir | tengo una pistola",
        "hes got a knife | and hes hitting me"
      })
  void aStorySplitOverTwoMessagesHasTheLevelOfOne(String first, String second) {
    Severity together = Examples.severity(first + " " + second);
    Context context = after(earlier("m1", Duration.ofMinutes(9), first, Examples.severity(first)));

    Assessment.Assessed assessed = Examples.assess(second, context);

    assertThat(together).isGreaterThanOrEqualTo(Severity.HIGH);
    assertThat(assessed.severity()).isEqualTo(together);
  }

  @Test
  void joinedEvidenceQuotesThisMessageAndNamesTheEarlierOne() {
    Context context = after(earlier("m1", Duration.ofMinutes(2), "i want to kill", Severity.NONE));
    String text = "myself";

    Assessment.Assessed assessed = Examples.assess(text, context);

    assertThat(assessed.modifiers()).contains(Modifier.JOINED);
    assertThat(assessed.earlierUsed()).containsExactly("m1");
    assertThat(assessed.evidence()).allMatch(e -> e.end() <= text.length()).isNotEmpty();
  }

  @Test
  void messagesOlderThanTenMinutesAreNotJoined() {
    Context context = after(earlier("m1", Duration.ofMinutes(11), "i want to kill", Severity.NONE));

    assertThat(Examples.assess("myself", context).severity()).isEqualTo(Severity.NONE);
  }

  @Test
  void ofLongEarlierMessagesOnlyTheLastTwoThousandCharactersAreJoinedCutAtAWord() {
    String flood = "galoshes ".repeat(30_000);
    Context context =
        after(
            earlier("m1", Duration.ofMinutes(3), flood, Severity.NONE),
            earlier("m2", Duration.ofMinutes(2), flood + "i want to kill", Severity.NONE));

    Joined joined = Joined.of("myself", context);

    assertThat(joined.text().length()).isBetween(1_900, 2_010);
    assertThat(joined.text()).startsWith("galoshes ").endsWith("i want to kill\nmyself");
    assertThat(joined.parts()).extracting(Joined.Part::ref).containsExactly("m2");
    assertThat(Examples.assess("myself", context).severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void textWithoutAGapIsCutAllTheSame() {
    Context context =
        after(earlier("m1", Duration.ofMinutes(3), "x".repeat(250_000) + " ", Severity.NONE));

    assertThat(Joined.of("hello", context).joint()).isEqualTo(2_001);
  }

  @Test
  void theMessageItselfIsNeverCut() {
    String message = "i took all my pills " + "galoshes ".repeat(10_000);
    Context context = after(earlier("m1", Duration.ofMinutes(3), "hi", Severity.NONE));

    assertThat(Joined.of(message, context).text()).endsWith(message);
  }

  @Test
  void whatAnEarlierMessageSaysAloneIsNotSaidAgainByThisOne() {
    Context context =
        after(earlier("m1", Duration.ofMinutes(1), "i took all my pills", Severity.IMMINENT));

    Assessment.Assessed assessed = Examples.assess("ok thanks", context);

    assertThat(assessed.severity()).isEqualTo(Severity.NONE);
    assertThat(assessed.effective()).isEqualTo(Severity.IMMINENT);
  }

  @Test
  void onlyTheLastTwentyMessagesOfSeventyTwoHoursAreKept() {
    List<Context.Earlier> many =
        IntStream.range(0, 30)
            .mapToObj(i -> earlier("m" + i, Duration.ofHours(100 - i * 3L), "x", Severity.NONE))
            .toList();

    Context context = Examples.PLAIN.withEarlier(many);

    assertThat(context.earlier()).hasSize(20);
    assertThat(context.earlier().getLast().ref()).isEqualTo("m29");
  }

  @Test
  void anUnsafePhoneMakesTheReplyNeutralAndRanksHigherInsideTheLevel() {
    Context unsafe =
        Examples.PLAIN.withSafeContact(Set.of(SafeContact.UNSAFE_PHONE)).withOpenEpisode(true);

    Assessment.Assessed watched = Examples.assess(ELEVATED, unsafe);
    Assessment.Assessed plain = Examples.assess(ELEVATED);

    assertThat(watched.neutralReply()).isTrue();
    assertThat(plain.neutralReply()).isFalse();
    assertThat(watched.rank()).isGreaterThan(plain.rank());
    assertThat(watched.severity()).isEqualTo(plain.severity());
  }

  @Test
  void namesOfEarlierTextsNeverShow() {
    Context context = after(earlier("m1", Duration.ofMinutes(1), "canary-words", Severity.NONE));

    assertThat(context.toString()).doesNotContain("canary");
    assertThat(context.earlier().toString()).doesNotContain("canary");
    assertThat(Joined.of("canary-too", context).toString()).doesNotContain("canary");
  }

  private static Context after(Context.Earlier... earlier) {
    return Examples.PLAIN.withEarlier(List.of(earlier));
  }

  private static Context.Earlier earlier(String ref, Duration ago, String text, Severity severity) {
    return new Context.Earlier(ref, Examples.NOW.minus(ago), text, severity);
  }
}
