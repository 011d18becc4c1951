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
import org.reachline.contracts.AgencyId;
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
        .anyMatch(m -> m.contains("ack-timeout: between"))
        .anyMatch(m -> m.contains("link-base"))
        .anyMatch(m -> m.contains("steps[0].targets[0]: is not in the staff file"))
        .anyMatch(m -> m.contains("steps[0].targets[1]: belongs to another agency"))
        .anyMatch(m -> m.contains("steps[0].targets[2]: not a staff id"))
        .anyMatch(m -> m.contains("steps[0].delay: not a duration"))
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
}
