package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reachline.cases.reading.TriageProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

class CasePropertiesTest {

  private static CaseProperties bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("reachline.cases", CaseProperties.class);
  }

  @Test
  void theDefaultsAreSafe() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new CaseProperties(
                "general",
                "default",
                Duration.ofDays(14),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                70,
                1,
                new CaseProperties.Recall(20_000, 20_000, Duration.ofSeconds(10)),
                new CaseProperties.Groups(
                    "cases",
                    "crisis",
                    "cases-delivery",
                    "cases-crises",
                    "cases-escalations",
                    "cases-samples")));
  }

  @Test
  void everyKeyIsMapped() {
    Map<String, String> settings =
        Map.ofEntries(
            Map.entry("reachline.cases.programme", "p"),
            Map.entry("reachline.cases.queue", "q"),
            Map.entry("reachline.cases.reopen-within", "1d"),
            Map.entry("reachline.cases.sweep-every", "2s"),
            Map.entry("reachline.cases.sweep-after", "3s"),
            Map.entry("reachline.cases.sample-one-in", "100"),
            Map.entry("reachline.cases.consumers", "4"),
            Map.entry("reachline.cases.recall.conversations", "5"),
            Map.entry("reachline.cases.recall.records", "6"),
            Map.entry("reachline.cases.recall.within", "7s"),
            Map.entry("reachline.cases.groups.cases", "a"),
            Map.entry("reachline.cases.groups.crisis", "b"),
            Map.entry("reachline.cases.groups.delivery", "c"),
            Map.entry("reachline.cases.groups.crises", "d"),
            Map.entry("reachline.cases.groups.escalations", "e"),
            Map.entry("reachline.cases.groups.samples", "f"));

    assertThat(bind(settings))
        .isEqualTo(
            new CaseProperties(
                "p",
                "q",
                Duration.ofDays(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                100,
                4,
                new CaseProperties.Recall(5, 6, Duration.ofSeconds(7)),
                new CaseProperties.Groups("a", "b", "c", "d", "e", "f")));
  }

  @Test
  void fewerThanOneMessageInAHundredCannotBeSampled() {
    var rare = new MockEnvironment().withProperty("reachline.cases.sample-one-in", "101");

    assertThat(new SettingsRule().mistakes(rare))
        .containsExactly("reachline.cases.sample-one-in: must be less than or equal to 100");
  }

  @Test
  void everyMistakeIsListedWithItsFullKeyAndNoneHidesAnother() {
    var environment =
        new MockEnvironment()
            .withProperty("reachline.cases.sweep-every", "soon")
            .withProperty("reachline.cases.consumers", "0")
            .withProperty("reachline.cases.recall.records", "all")
            .withProperty("reachline.triage.within", "0s")
            .withProperty("reachline.triage.look-every", "daily");

    assertThat(new SettingsRule().mistakes(environment))
        .containsExactly(
            "reachline.cases.sweep-every: cannot be read as Duration",
            "reachline.cases.consumers: must be greater than or equal to 1",
            "reachline.cases.recall.records: cannot be read as int",
            "reachline.triage.look-every: cannot be read as Duration",
            "reachline.triage.within: must be longer than or equal to 50 millis");
    assertThat(new SettingsRule().mistakes(new MockEnvironment())).isEmpty();
  }

  @Test
  void messagesAreReadByTheShippedRulesAndNotWaitedForLongUnlessSomebodySaysOtherwise() {
    assertThat(triage(Map.of()))
        .isEqualTo(new TriageProperties("", Duration.ofSeconds(5), Duration.ofSeconds(2)));
    assertThat(
            triage(
                Map.of(
                    "reachline.triage.overlays", "/o",
                    "reachline.triage.look-every", "1s",
                    "reachline.triage.within", "3s")))
        .isEqualTo(new TriageProperties("/o", Duration.ofSeconds(1), Duration.ofSeconds(3)));
  }

  private static TriageProperties triage(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("reachline.triage", TriageProperties.class);
  }
}
