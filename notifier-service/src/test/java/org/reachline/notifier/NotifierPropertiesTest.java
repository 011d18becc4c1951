package org.reachline.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

class NotifierPropertiesTest {
  private static NotifierProperties bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("reachline.notifier", NotifierProperties.class);
  }

  @Test
  void theDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new NotifierProperties(
                Path.of("on-call.yaml"),
                Duration.ofMillis(500),
                7,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                64,
                16,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10)));
  }

  @Test
  void everyKeyIsMapped() {
    Map<String, String> settings = new HashMap<>();
    settings.put("reachline.notifier.on-call", "/etc/on-call.yaml");
    settings.put("reachline.notifier.tick", "1s");
    settings.put("reachline.notifier.max-attempts", "6");
    settings.put("reachline.notifier.first-retry", "3s");
    settings.put("reachline.notifier.provider-connect", "4s");
    settings.put("reachline.notifier.provider-call", "6s");
    settings.put("reachline.notifier.provider-at-once", "8");
    settings.put("reachline.notifier.line-at-once", "9");
    settings.put("reachline.notifier.lines-reload", "11s");
    settings.put("reachline.notifier.beat", "12s");

    assertThat(bind(settings))
        .isEqualTo(
            new NotifierProperties(
                Path.of("/etc/on-call.yaml"),
                Duration.ofSeconds(1),
                6,
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(6),
                8,
                9,
                Duration.ofSeconds(11),
                Duration.ofSeconds(12)));
  }

  @Test
  void everyMistakeIsListedWithItsFullKeyAndNoneHidesAnother() {
    var environment =
        new MockEnvironment()
            .withProperty("reachline.notifier.tick", "1ms")
            .withProperty("reachline.notifier.max-attempts", "many")
            .withProperty("reachline.notifier.first-retry", "soon")
            .withProperty("reachline.notifier.line-at-once", "0");

    assertThat(new SettingsRule().mistakes(environment))
        .containsExactly(
            "reachline.lines: is missing; the lines file",
            "reachline.notifier.on-call: is missing; the on-call file, which says whom a crisis"
                + " pages",
            "reachline.notifier.tick: must be longer than or equal to 50 millis",
            "reachline.notifier.max-attempts: cannot be read as int",
            "reachline.notifier.first-retry: cannot be read as Duration",
            "reachline.notifier.line-at-once: must be greater than or equal to 1");
  }

  @Test
  void theReadmeListsEveryKeyAndMeter() throws java.io.IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (RecordComponent key : NotifierProperties.class.getRecordComponents()) {
      String name = key.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
      assertThat(readme).contains("`reachline.notifier." + name + "`");
    }
    NotifierMetrics.NAMES.forEach(name -> assertThat(readme).contains("`" + name + "`"));
    assertThat(Arrays.stream(readme.split("\n", -1)).count()).isLessThanOrEqualTo(61);
  }
}
