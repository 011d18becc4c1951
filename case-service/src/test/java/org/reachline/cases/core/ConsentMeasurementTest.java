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

/** How the keyword rules do on lines they were not written from; printed, never tuned on. */
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
    assertThat(table).isNotEmpty();
  }

  private static String read(String text) {
    return switch (ConsentRules.read(text)) {
      case ConsentRules.Said said -> said.signal().name().toLowerCase(Locale.ROOT);
      case ConsentRules.Silent _ -> "none";
    };
  }
}
