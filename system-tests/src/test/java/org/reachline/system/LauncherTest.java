package org.reachline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./reachline} answers before it builds or starts anything. */
class LauncherTest {
  private record Said(int status, String out, String err) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "up --help",
        "text hi --help",
        "tail -h",
        "test --help",
        "doctor --help"
      })
  void helpIsPrintedAndNothingElseDone(String line) throws Exception {
    Said said = run(line.split(" "));

    assertThat(said.status()).isZero();
    assertThat(said.out()).startsWith("Usage: ./reachline COMMAND");
    assertThat(said.err()).isEmpty();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(List.of("up", "--prot", "9000"), "up has no option --prot"),
        arguments(List.of("up", "--port=9000"), "up has no option --port=9000"),
        arguments(List.of("up", "--reveal"), "up has no option --reveal"),
        arguments(List.of("up", "--port", "abc"), "--port wants a number from 1024 to 65000"),
        arguments(List.of("up", "--port", "80"), "--port wants a number from 1024 to 65000"),
        arguments(List.of("up", "--port"), "--port wants a value after it"),
        arguments(List.of("up", "--data"), "--data wants a value after it"),
        arguments(List.of("up", "--data", ""), "--data wants a value after it"),
        arguments(List.of("up", "now"), "up takes no words"),
        arguments(List.of("text"), "text wants the words in quotes"),
        arguments(List.of("tail"), "tail wants one topic"),
        arguments(List.of("doctor", "--fix"), "doctor has no option --fix"),
        arguments(List.of("fly"), "no such command: fly"),
        arguments(List.of(), "which command?"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedAndTheHelpShown(List<String> line, String complaint) throws Exception {
    Said said = run(line.toArray(String[]::new));

    assertThat(said.status()).isEqualTo(2);
    assertThat(said.err()).startsWith("reachline: " + complaint).contains("Usage: ./reachline");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void aBuildThatBreaksIsSaidAndNothingIsStarted(@TempDir Path root) throws Exception {
    Files.copy(Path.of("../reachline"), root.resolve("reachline"));
    Path maven = Files.createDirectory(root.resolve("bin")).resolve("mvn");
    // No line break at the end, as Maven's own last colour code has none.
    Files.writeString(maven, "#!/bin/sh\nprintf '[ERROR] Broken.java\\n[0m'\nexit 1\n");
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));

    Said said = run(root, "up");

    assertThat(said.status()).isEqualTo(1);
    assertThat(said.err()).contains("[ERROR] Broken.java", "the build failed");
    assertThat(said.out().strip()).startsWith("Building").doesNotContain("Starting");
  }

  private static Said run(String... line) throws IOException, InterruptedException {
    return run(Path.of(".."), line);
  }

  private static Said run(Path root, String... line) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./reachline"));
    command.addAll(List.of(line));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().merge("PATH", "", (path, _) -> root.resolve("bin") + ":" + path);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), out, err);
  }
}
