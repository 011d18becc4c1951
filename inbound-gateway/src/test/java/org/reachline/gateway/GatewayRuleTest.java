package org.reachline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.trust.testing.TwoAgencies;
import org.reachline.trust.web.Misconfigured;
import org.springframework.mock.env.MockEnvironment;

class GatewayRuleTest {
  @TempDir Path folder;

  @Test
  void everyMistakeIsListedWithItsFullKey() {
    var environment =
        new MockEnvironment()
            .withProperty("reachline.lines", "/nowhere/lines.yaml")
            .withProperty("reachline.gateway.patience", "soon")
            .withProperty("reachline.gateway.max-in-flight", "many")
            .withProperty("reachline.gateway.quarantine-size", "5 shelves");

    assertThat(new GatewayRule().mistakes(environment))
        .containsExactly(
            "reachline.lines: there is no file /nowhere/lines.yaml",
            "reachline.gateway.max-in-flight: cannot be read as int",
            "reachline.gateway.patience: cannot be read as Duration",
            "reachline.gateway.quarantine-size: cannot be read as DataSize");
  }

  @Test
  void valuesOutOfRangeAreListedToo() throws IOException {
    var environment =
        new MockEnvironment()
            .withProperty("reachline.lines", lines("lines: []"))
            .withProperty("reachline.gateway.max-in-flight", "0")
            .withProperty("reachline.gateway.quarantine-requests", "-1");

    assertThat(new GatewayRule().mistakes(environment))
        .hasSize(2)
        .allMatch(mistake -> mistake.matches("reachline\\.gateway\\.[a-z-]+: must be .*"));
  }

  @Test
  void aGatewayWithNothingConfiguredSaysEverythingInOneMessage() {
    assertThat(failure(Map.of("reachline.gateway.patience", "soon")).getMessage())
        .contains(
            "reachline.agencies: is missing",
            "reachline.gateway.patience: cannot be read as Duration",
            "reachline.keys: is missing",
            "reachline.lines: there is no file");
  }

  @Test
  void aLinesFileOfWhichNothingCanRunStopsTheStartWithEveryMistake() throws IOException {
    Map<String, Object> settings = new HashMap<>(TwoAgencies.planted().properties());
    settings.put(
        "reachline.lines",
        lines("lines:\n  - id: harbor.main\n    channel: fax\n  - id: other.main\n"));

    assertThat(failure(settings).getMessage())
        .contains("lines.yaml: line harbor.main, channel:", "line other.main, id: its agency");
  }

  private String lines(String text) throws IOException {
    return Files.writeString(folder.resolve("lines.yaml"), text).toString();
  }

  private static Misconfigured failure(Map<String, Object> settings) {
    Stream<String> settled =
        Stream.of("server.port=0", "management.server.port=0", "reachline.gateway.warm-up=0s");
    String[] arguments =
        Stream.concat(
                settled, settings.entrySet().stream().map(s -> s.getKey() + "=" + s.getValue()))
            .map(argument -> "--" + argument)
            .toArray(String[]::new);
    try (var _ = InboundGatewayApplication.application().run(arguments)) {
      throw new AssertionError("it started");
    } catch (RuntimeException failed) {
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        if (cause instanceof Misconfigured said) {
          return said;
        }
      }
      throw failed;
    }
  }
}
