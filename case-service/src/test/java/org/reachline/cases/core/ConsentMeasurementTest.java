package org.reachline.cases.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the consent rules do on lines they were not written from; printed, held to the floors, never
 * tuned on.
 */
class ConsentMeasurementTest {
  private static final Logger log = LoggerFactory.getLogger(ConsentMeasurementTest.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void openLinesAreMeasured() throws IOException {
    Path file = Path.of("..", "..", "shared", "cases", "consent.jsonl");
    assumeTrue(Files.exists(file), "skipped: ../shared/cases/consent.jsonl is not there");

    Map<String, Integer> table = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode one = JSON.readTree(line);
      String expected = one.path("expect").asString("none");
      String got = read(one.path("text").asString(""));
      table.merge(expected + " read as " + got, 1, Integer::sum);
    }

    table.forEach((what, count) -> log.info("consent lines: {} = {}", what, count));
    assertThat(share(table, "stop", "none", "help", "start")).isLessThanOrEqualTo(0.10);
    assertThat(share(table, "none", "stop") + share(table, "help", "stop"))
        .isLessThanOrEqualTo(0.03);
  }

  /** How many of the lines of a kind were read as one of these. */
  private static double share(Map<String, Integer> table, String expected, String... got) {
    int all =
        table.entrySet().stream()
            .filter(e -> e.getKey().startsWith(expected + " read"))
            .mapToInt(Map.Entry::getValue)
            .sum();
    int wrong = 0;
    for (String one : got) {
      wrong += table.getOrDefault(expected + " read as " + one, 0);
    }
    return wrong / (double) Math.max(1, all);
  }

  private static String read(String text) {
    return switch (ConsentRules.read(text)) {
      case ConsentRules.Said said -> said.signal().name().toLowerCase(Locale.ROOT);
      case ConsentRules.Doubtful _ -> "ambiguous";
      case ConsentRules.Silent _ -> "none";
    };
  }
}
