package org.reachline.notifier.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.StaffId;
import org.reachline.notifier.oncall.core.Policy;

class OnCallFileTest {
  private static final OnCallFile.Known KNOWN =
      new OnCallFile.Known() {
        @Override
        public Set<AgencyId> agencies() {
          return Set.of(new AgencyId("harbor"));
        }

        @Override
        public boolean staff(StaffId id) {
          return !id.body().equals("gone");
        }

        @Override
        public boolean phone(StaffId id) {
          return !id.body().equals("mute");
        }

        @Override
        public String wrongWith(LineId line) {
          return line.value().equals("harbor.pager") ? "" : "there is no such line";
        }
      };

  @TempDir Path folder;

  private Policies read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("on-call.yaml"), text);
    return OnCallFile.read(file, KNOWN);
  }

  private List<String> mistakes(String text) throws IOException {
    try {
      read(text);
      return List.of();
    } catch (OnCallTrouble trouble) {
      return trouble.mistakes();
    }
  }

  @Test
  void aWholePolicyIsRead() throws IOException {
    Policies policies =
        read(
            """
            on-call:
              harbor:
                line: harbor.pager
                ack-timeout: 5m
                link-base: https://p.example
                open-link: true
                steps:
                  - targets: [harbor.0.m7ya, harbor.0.s4ra]
                    delay: 90s
                  - targets: []
                    delay: 2m
                last-resort: [harbor.0.w2nt]
            """);

    Policy policy = policies.of(new AgencyId("harbor")).orElseThrow();
    assertThat(policy.steps()).hasSize(2);
    assertThat(policy.steps().getFirst().targets())
        .containsExactly(new StaffId("harbor.0.m7ya"), new StaffId("harbor.0.s4ra"));
    assertThat(policy.steps().getFirst().delay()).isEqualTo(Duration.ofSeconds(90));
    assertThat(policy.lastResort()).containsExactly(new StaffId("harbor.0.w2nt"));
    assertThat(policy.ackTimeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(policy.openLink()).isTrue();
    assertThat(policies.of(new AgencyId("mirror"))).isEmpty();
  }

  @Test
  void aPolicyWithoutALastResortIsRefused() throws IOException {
    assertThat(
            mistakes(
                """
                on-call:
                  harbor:
                    line: harbor.pager
                    link-base: https://p.example
                    steps: []
                """))
        .singleElement()
        .asString()
        .contains("on-call.yaml", "agency harbor", "last-resort");
  }

  @Test
  void everyMistakeIsToldAtOnceWithAgencyAndField() throws IOException {
    assertThat(
            mistakes(
                """
                on-call:
                  harbor:
                    line: mirror.pager
                    ack-timeout: 2h
                    link-base: p.example
                    steps:
                      - targets: [harbor.0.gone, mirror.0.m7ya, Maya]
                        delay: soon
                    last-resort: [harbor.0.w2nt]
                  nowhere:
                    line: nowhere.pager
                """))
        .anyMatch(m -> m.contains("agency harbor, line: belongs to another agency"))
        .anyMatch(m -> m.contains("ack-timeout: write a time with its unit, between 10s and 30m"))
        .anyMatch(m -> m.contains("link-base"))
        .anyMatch(m -> m.contains("steps[0].targets[0]: is not in the staff file"))
        .anyMatch(m -> m.contains("steps[0].targets[1]: belongs to another agency"))
        .anyMatch(m -> m.contains("steps[0].targets[2]: not a staff id"))
        .anyMatch(
            m -> m.contains("steps[0].delay: write a time with its unit, between 10s and 120m"))
        .anyMatch(m -> m.contains("agency nowhere"));
  }

  @Test
  void anAgencyWithoutAnybodyOnCallIsAMistake() throws IOException {
    assertThat(mistakes("on-call: {}"))
        .singleElement()
        .asString()
        .contains("agency harbor, (entry): is missing");
  }

  @Test
  void aLinkThatDoesNotFitOneTextIsRefused() throws IOException {
    String base = "https://" + "a".repeat(60) + ".example";
    assertThat(
            mistakes(
                """
                on-call:
                  harbor:
                    line: harbor.pager
                    link-base: %s
                    open-link: true
                    steps: []
                    last-resort: [harbor.0.w2nt]
                """
                    .formatted(base)))
        .singleElement()
        .asString()
        .contains("link-base: too long");
  }

  @Test
  void aMissingOrBrokenFileIsSaidPlainly() {
    assertThatExceptionOfType(OnCallTrouble.class)
        .isThrownBy(() -> OnCallFile.read(folder.resolve("nothing.yaml"), KNOWN))
        .withMessageContaining("there is no such file");
    assertThatExceptionOfType(OnCallTrouble.class)
        .isThrownBy(() -> read("on-call: [not: {closed"))
        .withMessageContaining("not readable as YAML");
  }

  /** A whole policy with one field said in another way. */
  private List<String> with(String field, String value) throws IOException {
    String text =
        """
        on-call:
          harbor:
            line: harbor.pager
            ack-timeout: 5m
            link-base: https://p.example
            open-link: false
            steps: [{targets: [harbor.0.m7ya], delay: 90s}]
            last-resort: [harbor.0.w2nt]
        """;
    return mistakes(
        text.replaceFirst("(?m)^    " + field + ": .*$", "    " + field + ": " + value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "line         | harbor.pagr                                   | line",
        "line         | [harbor.pager]                                | line",
        "line         | ''                                            | line",
        "ack-timeout  | 10                                            | ack-timeout",
        "ack-timeout  | 9s                                            | ack-timeout",
        "ack-timeout  | 31m                                           | ack-timeout",
        "ack-timeout  | -5m                                           | ack-timeout",
        "link-base    | http://p.example                              | link-base",
        "link-base    | https://p.example/                            | link-base",
        "link-base    | https://p.example?x=1                         | link-base",
        "link-base    | javascript:alert(1)                           | link-base",
        "link-base    | https://                                      | link-base",
        "open-link    | 'yes please'                                  | open-link",
        "open-link    | 1                                             | open-link",
        "steps        | harbor.0.m7ya                                 | steps",
        "steps        | {targets: [harbor.0.m7ya], delay: 90s}        | steps",
        "steps        | [harbor.0.m7ya]                               | steps[0]",
        "steps        | [{targets: harbor.0.m7ya, delay: 90s}]        | steps[0].targets",
        "steps        | [{delay: 90s}]                                | steps[0].targets",
        "steps        | [{targets: [harbor.0.m7ya]}]                  | steps[0].delay",
        "steps        | [{targets: [harbor.0.m7ya], delay: 60}]       | steps[0].delay",
        "steps        | [{targets: [harbor.0.m7ya], delay: 1ms}]      | steps[0].delay",
        "steps        | [{targets: [harbor.0.m7ya], delay: 300d}]     | steps[0].delay",
        "steps        | [{targets: [harbor.0.m7ya], dealy: 90s}]      | steps[0].dealy",
        "steps        | [{targets: [harbor.0.gone], delay: 90s}]      | steps[0].targets[0]",
        "steps        | [{targets: [harbor.0.mute], delay: 90s}]      | steps[0].targets[0]",
        "steps        | [{targets: [[harbor.0.m7ya]], delay: 90s}]    | steps[0].targets[0]",
        "last-resort  | harbor.0.w2nt                                 | last-resort",
        "last-resort  | []                                            | last-resort",
        "last-resort  | [mirror.0.w2nt]                               | last-resort[0]",
      })
  void everyFieldThatIsWrongIsNamed(String field, String value, String named) throws IOException {
    assertThat(with(field, value))
        .isNotEmpty()
        .anyMatch(m -> m.contains("on-call.yaml: agency harbor, " + named + ": "));
  }

  @Test
  void aNameNobodyKnowsIsAMistakeAndNotPassedOver() throws IOException {
    assertThat(with("open-link", "false\n    last_resort: [harbor.0.x]"))
        .singleElement()
        .asString()
        .contains("agency harbor, last_resort: is not known");
    assertThat(mistakes("on-call: {harbor: maya}\nnot-call: 1"))
        .anyMatch(m -> m.contains("not-call: is not known"))
        .anyMatch(m -> m.contains("agency harbor, (entry): write"));
  }

  @Test
  void anAgencyNamedTwiceIsAMistake() throws IOException {
    assertThat(mistakes("on-call:\n  harbor: {}\n  harbor: {}")).anyMatch(m -> m.contains("row 3"));
  }

  @Test
  void whatIsNotTextIsSaidPlainly() throws IOException {
    Path file = folder.resolve("on-call.yaml");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3, 0x28});
    assertThatExceptionOfType(OnCallTrouble.class)
        .isThrownBy(() -> OnCallFile.read(file, KNOWN))
        .withMessageContaining("on-call.yaml");
  }

  @Test
  void aChangeIsReadWithoutARestartAndABrokenOneLeavesTheOldInForce() throws IOException {
    Path file = folder.resolve("on-call.yaml");
    AgencyId harbor = new AgencyId("harbor");
    Files.writeString(file, policyOf("harbor.0.m7ya"));
    PoliciesInForce policies = new PoliciesInForce(file, KNOWN);

    Files.writeString(file, policyOf("harbor.0.gone") + "# broken");
    policies.reloadIfChanged();
    assertThat(policies.of(harbor).orElseThrow().lastResort())
        .containsExactly(new StaffId("harbor.0.m7ya"));
    assertThat(policies.mistakes())
        .singleElement()
        .asString()
        .contains("on-call.yaml: agency harbor, last-resort[0]: is not in the staff file");

    Files.delete(file);
    policies.reloadIfChanged();
    assertThat(policies.of(harbor)).isPresent();

    Files.writeString(file, policyOf("harbor.0.s4ra") + "# mended  ");
    policies.reloadIfChanged();
    assertThat(policies.of(harbor).orElseThrow().lastResort())
        .containsExactly(new StaffId("harbor.0.s4ra"));
    assertThat(policies.mistakes()).isEmpty();
  }

  private static String policyOf(String lastResort) {
    return """
    on-call:
      harbor:
        line: harbor.pager
        link-base: https://p.example
        steps: []
        last-resort: [%s]
    """
        .formatted(lastResort);
  }
}
