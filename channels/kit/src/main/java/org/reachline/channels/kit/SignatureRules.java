package org.reachline.channels.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.reachline.channels.spi.ConfigSpec;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.ReplayWindow;
import org.reachline.channels.spi.Stated;
import org.reachline.channels.spi.Verdict;

/** S1, S5, S6, S7: who gets in, when, and on what conditions a line starts at all. */
final class SignatureRules {
  private final Lab lab;

  SignatureRules(Lab lab) {
    this.lab = lab;
  }

  Stream<DynamicNode> all() {
    return Stream.concat(
        judging("S1"),
        Stream.of(
            Rule.of("S5", "an old request cannot be used again", replay()),
            Rule.of("S6", "without a secret a line does not start", emptySecrets()),
            Rule.of("S7", "signatures are compared in constant time", constantTime())));
  }

  /** The verdict of every case on file. */
  Stream<DynamicNode> judging(String id) {
    return Stream.of(
        Rule.of(id, "judges every request on file", lab.webhooks().map(this::judgedAsTheCaseSays)));
  }

  private DynamicTest judgedAsTheCaseSays(WebhookCase webhook) {
    return Rule.test(
        webhook.id(),
        () ->
            assertThat(judge(webhook))
                .as("the verdict")
                .matches(v -> webhook.expectations().stream().anyMatch(e -> agrees(v, e))));
  }

  private Verdict judge(WebhookCase webhook) {
    return lab.adapter.verify(webhook.request(), lab.config(webhook), webhook.clock());
  }

  private static boolean agrees(Verdict verdict, Expectation expected) {
    return switch (verdict) {
      case Verdict.Ok _ -> expected.rejection() instanceof Stated.Absent;
      case Verdict.Rejected(var reason, int status) ->
          expected.rejection().equals(Stated.of(reason)) && expected.statuses().contains(status);
    };
  }

  private Stream<DynamicTest> replay() {
    return switch (lab.adapter.capabilities().replayWindow()) {
      case ReplayWindow.Within(var eachSide) -> within(eachSide);
      case ReplayWindow.None(), ReplayWindow.Nonce() ->
          Stream.of(
              Rule.test(
                  "no time is signed: years later the verdict is the same",
                  () -> at(Duration.ofDays(3650), Verdict.Ok.class)),
              Rule.test("and years before", () -> at(Duration.ofDays(-3650), Verdict.Ok.class)));
    };
  }

  private Stream<DynamicTest> within(Duration side) {
    return Stream.of(
        Rule.test("as old as allowed", () -> at(side, Verdict.Ok.class)),
        Rule.test("one second older", () -> at(side.plusSeconds(1), Verdict.Rejected.class)),
        Rule.test("as early as allowed", () -> at(side.negated(), Verdict.Ok.class)),
        Rule.test(
            "one second earlier", () -> at(side.plusSeconds(1).negated(), Verdict.Rejected.class)));
  }

  private void at(Duration age, Class<? extends Verdict> expected) {
    RawRequest old =
        lab.twin.sign(
            lab.twin.text("old", "hello", lab.config()), lab.config(), Lab.NOW.minus(age));
    assertThat(lab.verify(old, lab.config())).isInstanceOf(expected);
  }

  private Stream<DynamicTest> emptySecrets() {
    return lab.adapter.configSpec().fields().stream()
        .filter(ConfigSpec.Field::secret)
        .flatMap(
            field ->
                Stream.of(
                    Rule.test(field.name() + " is blank", () -> refused(field.name(), " ")),
                    Rule.test(field.name() + " is missing", () -> refusedOrStrict(field.name()))));
  }

  private void refused(String field, String value) {
    assertThat(read(field, value)).isInstanceOf(ConfigSpec.Reading.Wrong.class);
  }

  /** A line may do without one of several secrets, but then nothing unsigned gets in. */
  private void refusedOrStrict(String field) {
    if (read(field, null) instanceof ConfigSpec.Reading.Usable(var config)) {
      RawRequest unsigned = lab.twin.text("unsigned", "hello", config);
      assertThat(lab.verify(unsigned, config)).isInstanceOf(Verdict.Rejected.class);
    }
  }

  private ConfigSpec.Reading read(String field, @Nullable String value) {
    var settings = new HashMap<>(lab.twin.settings(Lab.SECRET, Map.of()));
    settings.remove(field);
    if (value != null) {
      settings.put(field, value);
    }
    return lab.adapter.configSpec().read(lab.adapter.type(), settings);
  }

  private Stream<DynamicTest> constantTime() {
    var code = AdapterCode.of(lab.adapter.getClass());
    return Stream.of(
        Rule.test(
            "by MessageDigest.isEqual",
            () -> assertThat(code.calls()).contains("java/security/MessageDigest.isEqual([B[B)Z")),
        Rule.test(
            "and by nothing that stops at the first difference",
            () -> assertThat(code.calls()).doesNotContain("java/util/Arrays.equals([B[B)Z")),
        Rule.test(
            "and over bytes of a named charset",
            () -> assertThat(code.calls()).doesNotContain("java/lang/String.getBytes()[B")));
  }
}
