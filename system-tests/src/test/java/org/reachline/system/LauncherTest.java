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
        arguments(
            List.of("up", "--overlays", "/none"),
            "--overlays wants a folder that is there, not /none"),
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
    // No line break at the end, as Maven's own last colour code has none.
    launcherWithMaven(root, "printf '[ERROR] Broken.java\\n[0m'\nexit 1\n");

    Said said = run(root, "up");

    assertThat(said.status()).isEqualTo(1);
    assertThat(said.err()).contains("[ERROR] Broken.java", "the build failed");
    assertThat(said.out().strip()).startsWith("Building").doesNotContain("Starting");
  }

  @Test
  void testsEndWithAPlainLineThatCountsNestedOnesAndTellsWhySomeWereSkipped(@TempDir Path root)
      throws Exception {
    launcherWithMaven(
        root,
        """
        mkdir -p a/target/surefire-reports b/target/failsafe-reports
        cat > a/target/surefire-reports/TEST-Outer.xml <<'XML'
        <testsuite name="Outer" tests="0" errors="0" skipped="0" failures="0">
          <testcase name="one" classname="Outer$Nested"/>
          <testcase name="two" classname="Outer$Nested">
            <skipped type="TestAbortedException"><![CDATA[TestAbortedException: Assumption failed: no Chromium here
        	at somewhere]]></skipped>
          </testcase>
        </testsuite>
        XML
        cat > b/target/failsafe-reports/TEST-OtherIT.xml <<'XML'
        <testsuite name="OtherIT" tests="1" errors="0" skipped="0" failures="1">
          <testcase name="three" classname="OtherIT">
            <failure message="no" type="AssertionError">  <testcase </failure>
          </testcase>
        </testsuite>
        XML
        exit 1
        """);

    Said said = run(root, "test");

    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out())
        .contains("skipped (1): no Chromium here")
        .endsWith("\n1 passed, 1 failed, 1 skipped\n");
  }

  private static void launcherWithMaven(Path root, String script) throws IOException {
    Files.copy(Path.of("../reachline"), root.resolve("reachline"));
    Path maven = Files.createDirectory(root.resolve("bin")).resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
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
