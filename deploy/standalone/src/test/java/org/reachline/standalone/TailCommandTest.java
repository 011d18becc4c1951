package org.reachline.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TailCommandTest {
  @TempDir Path root;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(new PrintStream(said, true, UTF_8), new PrintStream(said, true, UTF_8));

  @Test
  void anUnknownTopicIsNamedWithThoseThereAre() {
    int status = run("tail", "nonsense");

    assertThat(status).isEqualTo(2);
    assertThat(said.toString(UTF_8)).contains("no topic nonsense", "inbound", "dead-letters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tail inbound", "text hello"})
  void whereNothingWasStartedThisIsSaidAndNothingIsMade(String line) {
    Path data = root.resolve("none");

    int status = run((line + " --data " + data).split(" "));

    assertThat(status).isEqualTo(1);
    assertThat(said.toString(UTF_8).strip())
        .isEqualTo(
            "reachline: nothing has been started on " + data + " yet; run ./reachline up first");
    assertThat(data).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tail inbound", "text hello"})
  void whereNothingRunsAnyMoreThisIsSaid(String line) {
    DataFolder data = new DataFolder(root);
    data.prepare(new Ports(1024));
    data.noteRunning(new Ports(1024), "127.0.0.1:1036");

    int status = run((line + " --data " + root).split(" "));

    assertThat(status).isEqualTo(1);
    assertThat(said.toString(UTF_8)).contains("is ./reachline up running?");
  }

  @Test
  void aTextWithoutWordsIsRefused() {
    assertThat(run("text")).isEqualTo(2);
    assertThat(run("text", " ")).isEqualTo(2);
  }

  @Test
  void bytesThatSteerATerminalAreNotPassedOn() {
    assertThat(TailCommand.printable("a\u001b[2Jb".getBytes(UTF_8))).isEqualTo("a?[2Jb");
    assertThat(TailCommand.printable(null)).isEmpty();
  }

  @Test
  void theSecondCopyOfACrisisIsMarked() {
    Set<String> shown = new HashSet<>();

    assertThat(TailCommand.mark("harbor.1.aaaa/raised", shown)).isEmpty();
    assertThat(TailCommand.mark("harbor.1.bbbb/raised", shown)).isEmpty();
    assertThat(TailCommand.mark("harbor.1.aaaa/raised", shown)).isEqualTo("(again, same crisis) ");
  }

  private int run(String... args) {
    return Standalone.run(terminal, args);
  }
}
