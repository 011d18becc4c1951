package org.reachline.triage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reachline.triage.Category;
import org.reachline.triage.RuleFile;
import org.reachline.triage.Rules;
import org.reachline.triage.Severity;

/** No change of the rules may lose what was found, or tire the staff with alarms. */
class GateTest {
  private static final Path SETS = Path.of("../sets");
  private static final Path PUBLIC =
      Path.of("../../../shared/data/ordinary_sms/SMSSpamCollection").toAbsolutePath().normalize();
  private static final Rules RULES = Rules.core();

  /** Floors of these tests, whatever the shipped rules are held to. */
  private static final Floors STRICT =
      new Floors(
          Map.of(
              "imminent_paged", 0.85,
              "imminent_missed_at_most", 0.08,
              "crisis_flagged", 0.80,
              "none_flagged_at_most", 0.10,
              "none_paged_at_most", 0.04,
              "category_right", 0.80,
              "gap_at_most", 0.08,
              "alarms_per_1000_at_most", 5.0));

  private static final List<Labelled> REGRESSION =
      List.of(
          Lines.of(
              "r1",
              "i want to kill myself right now",
              Category.SUICIDE_SELF_HARM,
              Severity.IMMINENT),
          Lines.of("r2", "he is hitting me", Category.DOMESTIC_VIOLENCE, Severity.IMMINENT),
          Lines.none("r3", "thanks for the ride yesterday"));
  private static final List<Labelled> ORDINARY =
      List.of(Lines.ordinary("o1", "see you at nine"), Lines.ordinary("o2", "happy birthday dude"));

  @Test
  void theShippedRulesKeepTheFloorsOnTheRegressionPart() throws Exception {
    assumeTrue(hasLines("regression"), "skipped: no regression lines yet");

    assertThat(GateCommand.onRegression(SETS, RULES, floors())).isEmpty();
  }

  @Test
  void theShippedRulesKeepTheLimitOnTheProjectsOrdinaryMessages() throws Exception {
    assumeTrue(Files.exists(SETS.resolve("ordinary.jsonl")), "skipped: no ordinary messages yet");

    assertThat(GateCommand.onOrdinary(SETS, RULES, floors())).isEmpty();
  }

  @Test
  void theShippedRulesKeepTheLimitOnPublicOrdinaryMessages() throws Exception {
    assumeTrue(Files.exists(PUBLIC), "skipped: the public messages are not on this machine");
    List<Labelled> lines = OrdinaryMessages.publicReportingHalf(PUBLIC);

    assertThat(lines).hasSizeGreaterThan(1_000);
    assertThat(Gate.ordinary(Score.of(Judged.all(lines, RULES)), floors())).isEmpty();
  }

  @Test
  void rulesThatLoseAnImminentAreRefusedAndTheLineIsNamed() throws Exception {
    Rules worse = doctored("", GateTest::weakened);

    assertThat(failures(RULES)).isEmpty();
    assertThat(failures(worse))
        .anyMatch(
            f ->
                f.startsWith("C imminent paged")
                    && f.contains("r1  suicide_self_harm/imminent -> "))
        .anyMatch(f -> f.startsWith("D imminent found none or low"))
        .noneMatch(f -> f.contains("myself"));
  }

  @Test
  void rulesThatAlarmOnOrdinaryMessagesAreRefusedAndTheLineIsNamed() throws Exception {
    Rules worse =
        doctored("suicide", text -> text + "\nmore sui.passive\n  happy birthday|thanks\n");

    assertThat(alarms(RULES)).isEmpty();
    assertThat(alarms(worse))
        .singleElement()
        .satisfies(
            f ->
                assertThat(f)
                    .contains("500.00", "o2  ordinary -> suicide")
                    .doesNotContain("birthday"));
    assertThat(failures(worse)).anyMatch(f -> f.startsWith("E none flagged") && f.contains("r3"));
  }

  /** As if somebody had written "low" wherever suicide is found, and put the learned layer off. */
  private static String weakened(String text) {
    return text.replaceAll("(?m)^learned (\\w+) .*$", "learned $1 0.9999 0.9999")
        .replace("suicide_self_harm imminent", "suicide_self_harm low")
        .replace("suicide_self_harm high", "suicide_self_harm low")
        .replace("suicide_self_harm elevated", "suicide_self_harm low");
  }

  private static List<String> failures(Rules rules) throws Exception {
    return Gate.regression(Score.of(Judged.all(REGRESSION, rules)), STRICT);
  }

  private static List<String> alarms(Rules rules) throws Exception {
    return Gate.ordinary(Score.of(Judged.all(ORDINARY, rules)), STRICT);
  }

  private static Floors floors() throws Exception {
    return Floors.read(SETS.resolve("floors.json"));
  }

  private static Rules doctored(String file, UnaryOperator<String> change) {
    List<RuleFile> files =
        Rules.coreFiles().stream()
            .map(
                f ->
                    f.name().contains(file) ? new RuleFile(f.name(), change.apply(f.content())) : f)
            .toList();
    return switch (Rules.parse(files)) {
      case Rules.Loaded(var rules) -> rules;
      case Rules.Refused(var errors) -> throw new AssertionError(errors.describe());
    };
  }

  private static boolean hasLines(String part) throws Exception {
    Path folder = SETS.resolve(part);
    try (var files = Files.exists(folder) ? Files.list(folder) : Stream.<Path>of()) {
      return files.anyMatch(f -> f.toString().endsWith(".jsonl"));
    }
  }
}
