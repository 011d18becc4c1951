package org.reachline.channels.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
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
          settings: {accountSid: AC1, address: "%s"}
          secrets: {authToken: "env:TOKEN"}
      """;

  @TempDir Path folder;
  private final Map<String, String> secrets = new ConcurrentHashMap<>(Map.of("TOKEN", "x"));
  private Path file;

  @BeforeEach
  void oneLine() throws IOException {
    file =
        Files.writeString(
            folder.resolve("lines.yaml"), "lines:\n" + LINE.formatted(MAIN, "a", "+15550100100"));
  }

  @Test
  void aLineAddedToTheFileRunsWithoutARestart() throws IOException {
    try (Lines lines = lines(Duration.ofMillis(20))) {
      Files.writeString(
          file,
          LINE.formatted(NIGHT, "b", "+15550100101"),
          java.nio.file.StandardOpenOption.APPEND);

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

  @Test
  void aRotatedSecretCountsWithoutARestartOrAChangedFile() {
    try (Lines lines = lines(Duration.ofMillis(20))) {
      secrets.put("TOKEN", "rotated");

      Awaitility.await().until(() -> token(lines).equals("rotated"));
    }
  }

  @Test
  void aSecretThatVanishesStopsItsLineOnlyWhereAnotherStillRuns() throws IOException {
    String night = LINE.formatted(NIGHT, "b", "+15550100101").replace("env:TOKEN", "env:NIGHT");
    Files.writeString(file, night, java.nio.file.StandardOpenOption.APPEND);
    secrets.put("NIGHT", "y");
    try (Lines lines = lines(Duration.ofHours(1))) {
      secrets.remove("NIGHT");

      lines.reload();

      assertThat(lines.line(MAIN)).isNotNull();
      assertThat(lines.line(NIGHT)).isNull();
    }
  }

  @Test
  void aFailureWhileLookingIsNotTheLastLook() throws IOException {
    AtomicBoolean failing = new AtomicBoolean();
    SecretReader moody =
        new SecretReader(
            _ -> {
              if (failing.get()) {
                throw new IllegalStateException("not now");
              }
              return "x";
            });
    try (Lines lines =
        new Lines(new LinesFile(List.of(new TwilioAdapter()), moody), file, Duration.ofMillis(5))) {
      failing.set(true);
      Files.writeString(
          file,
          LINE.formatted(NIGHT, "b", "+15550100101"),
          java.nio.file.StandardOpenOption.APPEND);
      Awaitility.await().pollDelay(Duration.ofMillis(50)).until(() -> lines.line(MAIN) != null);
      failing.set(false);

      Awaitility.await().until(() -> lines.line(NIGHT) != null);
    }
  }

  private static String token(Lines lines) {
    ConfiguredLine line = lines.line(MAIN);
    return line == null ? "" : line.config().secret("authToken").reveal();
  }

  private Lines lines(Duration interval) {
    LinesFile reader = new LinesFile(List.of(new TwilioAdapter()), new SecretReader(secrets::get));
    return new Lines(reader, file, interval);
  }
}
