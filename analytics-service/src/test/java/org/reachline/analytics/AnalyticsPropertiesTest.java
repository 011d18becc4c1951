package org.reachline.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

/** The settings: what they are by themselves, and that every key reaches them. */
class AnalyticsPropertiesTest {
  private static final AnalyticsProperties DEFAULTS =
      new AnalyticsProperties(
          "reachline-analytics-v1",
          Path.of("data/analytics"),
          true,
          3,
          (short) 1,
          0,
          1,
          Duration.ofMillis(100),
          Duration.ofSeconds(10),
          DataSize.ofMegabytes(8),
          5,
          20,
          Duration.ofSeconds(10));

  @Test
  void defaultsFitOneNode() {
    assertThat(bound(Map.of())).isEqualTo(DEFAULTS);
  }

  @Test
  void everyKeyIsMapped() {
    Map<String, String> keys = new HashMap<>();
    keys.put("application-id", "a");
    keys.put("state-dir", "/x");
    keys.put("create-topics", "false");
    keys.put("partitions", "12");
    keys.put("replication-factor", "3");
    keys.put("standby-replicas", "1");
    keys.put("threads", "2");
    keys.put("commit-interval", "200ms");
    keys.put("session-timeout", "20s");
    keys.put("cache", "16MB");
    keys.put("small-number", "11");
    keys.put("percentiles-from", "30");
    keys.put("beat", "5s");

    assertThat(bound(keys))
        .isEqualTo(
            new AnalyticsProperties(
                "a",
                Path.of("/x"),
                false,
                12,
                (short) 3,
                1,
                2,
                Duration.ofMillis(200),
                Duration.ofSeconds(20),
                DataSize.ofMegabytes(16),
                11,
                30,
                Duration.ofSeconds(5)));
    assertThat(keys).hasSize(AnalyticsProperties.class.getRecordComponents().length);
  }

  @Test
  void everyMistakeIsToldWithItsFullKey() {
    MockEnvironment wrong =
        new MockEnvironment()
            .withProperty("reachline.analytics.partitions", "0")
            .withProperty("reachline.analytics.small-number", "1");
    MockEnvironment unreadable =
        new MockEnvironment()
            .withProperty("reachline.analytics.beat", "soon")
            .withProperty("reachline.analytics.threads", "some")
            .withProperty("reachline.analytics.partitions", "0");

    assertThat(new SettingsRule().mistakes(wrong))
        .hasSize(2)
        .anyMatch(mistake -> mistake.startsWith("reachline.analytics.partitions: "))
        .anyMatch(mistake -> mistake.startsWith("reachline.analytics.small-number: "));
    assertThat(new SettingsRule().mistakes(unreadable))
        .containsExactly(
            "reachline.analytics.partitions: must be greater than or equal to 1",
            "reachline.analytics.threads: cannot be read as int",
            "reachline.analytics.beat: cannot be read as Duration");
    assertThat(new SettingsRule().mistakes(new MockEnvironment())).isEmpty();
  }

  private static AnalyticsProperties bound(Map<String, String> keys) {
    Map<String, String> full = new HashMap<>();
    keys.forEach((key, value) -> full.put("reachline.analytics." + key, value));
    return new Binder(new MapConfigurationPropertySource(full))
        .bindOrCreate("reachline.analytics", AnalyticsProperties.class);
  }
}
