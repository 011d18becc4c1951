package org.reachline.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code up} says when it cannot: one sentence, status 1, and the folder as it was. */
class StandaloneTest {
  private static final String FREE = "20190";

  @TempDir Path root;
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(
          new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
          new PrintStream(complaints, true, UTF_8));

  @Test
  void takenPortsAreNamedWithWhoWantsThem() throws IOException {
    try (ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      int front = other.getLocalPort() - 2; // the other sits where case-service goes

      assertThat(up(Integer.toString(front))).isEqualTo(1);

      assertThat(said()).contains("taken", other.getLocalPort() + " (case-service)", "--port");
    }
  }

  @Test
  void aFolderInUseIsNamed() throws IOException {
    try (var held = new DataFolder(root).lock()) {
      assertThat(held.isOpen()).isTrue();

      assertThat(up(FREE)).isEqualTo(1);

      assertThat(said()).contains("another standalone runs on " + root);
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsNamedAndNoLogIsTried() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");

    assertThat(Standalone.run(terminal, "up", "--data", file.toString())).isEqualTo(1);

    assertThat(said()).startsWith("reachline: cannot write to " + file);
  }

  @Test
  void aMissingKeyIsNamedAndNothingIsStartedOrMade() throws IOException {
    new DataFolder(root).prepare(new Ports(9000));
    Path key = root.resolve("keys/harbor.id.json");
    Files.delete(key);

    assertThat(up(FREE)).isEqualTo(1);

    assertThat(said()).contains("nothing was started or changed", key.toString());
    assertThat(key).doesNotExist();
    assertThat(root.resolve("kafka")).doesNotExist();
  }

  private int up(String port) {
    return Standalone.run(terminal, "up", "--data", root.toString(), "--port", port);
  }

  private String said() {
    return complaints.toString(UTF_8);
  }
}
