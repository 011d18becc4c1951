package org.reachline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class GatewayPropertiesTest {
  private static final Map<String, String> EVERY_KEY =
      Map.of(
          "lines-interval", "7s",
          "max-in-flight", "11",
          "bodies", "1MB",
          "patience", "3s",
          "warm-up", "1s",
          "quarantine-requests", "5",
          "quarantine-size", "2KB");

  @Test
  void everyKeyHasADefault() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new GatewayProperties(
                Duration.ofSeconds(2),
                2000,
                Duration.ofSeconds(5),
                DataSize.ofMegabytes(64),
                Duration.ofSeconds(10),
                5000,
                DataSize.ofMegabytes(256)));
  }

  @Test
  void everyKeyIsMapped() {
    assertThat(bind(EVERY_KEY))
        .isEqualTo(
            new GatewayProperties(
                Duration.ofSeconds(7),
                11,
                Duration.ofSeconds(3),
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(1),
                5,
                DataSize.ofKilobytes(2)));
  }

  @Test
  void theReadmeListsEveryKeyAndEveryMeter() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    EVERY_KEY
        .keySet()
        .forEach(key -> assertThat(readme).contains("`reachline.gateway." + key + "`"));
    assertThat(readme).contains("`" + IntakeMetrics.ITEMS + "`", "`" + IntakeMetrics.CALLS + "`");
  }

  private static GatewayProperties bind(Map<String, String> keys) {
    Map<String, String> all = new HashMap<>();
    keys.forEach((key, value) -> all.put("reachline.gateway." + key, value));
    return new Binder(new MapConfigurationPropertySource(all))
        .bindOrCreate("reachline.gateway", GatewayProperties.class);
  }
}
