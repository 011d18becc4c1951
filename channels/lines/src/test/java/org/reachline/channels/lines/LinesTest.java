package org.reachline.channels.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.channels.twilio.TwilioAdapter;
import org.reachline.contracts.LineId;

class LinesTest {
  private static final LineId MAIN = new LineId("harbor.main");
  private static final LineId NIGHT = new LineId("harbor.night");
  private static final String LINE =
      """
        - id: %s
          channel: twilio
          publicUrl: https://hooks.example.org/hooks/%s
          settings: {accountSid: AC1, address: "+15550100100"}
          secrets: {authToken: "env:TOKEN"}
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void oneLine() throws IOException {
    file = Files.writeString(folder.resolve("lines.yaml"), "lines:\n" + LINE.formatted(MAIN, "a"));
  }

  @Test
  void aLineAddedToTheFileRunsWithoutARestart() throws IOException {
    try (Lines lines = lines(Duration.ofMillis(20))) {
      Files.writeString(file, LINE.formatted(NIGHT, "b"), java.nio.file.StandardOpenOption.APPEND);

      Awaitility.await().until(() -> lines.line(NIGHT) != null);
      assertThat(lines.line(MAIN)).isNotNull();
    }
  }

  @Test
  void aFileThatCannotBeReadLeavesTheLinesBeforeItInForce() throws IOException {
    try (Lines lines = lines(Duration.ofHours(1))) {
      Files.writeString(file, "lines: [broken");

      lines.reload();

      assertThat(lines.line(MAIN)).isNotNull();
      assertThat(lines.problems()).isNotEmpty();
    }
  }

  private Lines lines(Duration interval) {
    LinesFile reader =
        new LinesFile(List.of(new TwilioAdapter()), new SecretReader(Map.of("TOKEN", "x")::get));
    return new Lines(reader, file, interval);
  }
}
