package org.reachline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.reachline.standalone.Standalone;

/** Standalone as a process of its own, which can be killed. */
final class StandaloneProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(120);
  private static final long STOP_SECONDS = 60;

  private final Process process;
  private final Path out;
  private final Path err;

  private StandaloneProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Returns when it is ready. */
  static StandaloneProcess start(Path data, int port) throws IOException {
    Path folder = Files.createTempDirectory("standalone-says");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Standalone.class.getName(),
                "up",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    StandaloneProcess started = new StandaloneProcess(process, out, err);
    Awaitility.await("standalone is ready")
        .atMost(START)
        .until(() -> !process.isAlive() || started.said().contains("Ctrl-C"));
    if (!process.isAlive()) {
      throw new AssertionError("standalone ended: " + started.said() + started.complaints());
    }
    return started;
  }

  /** As a power cut. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** As Ctrl-C; how long it took. */
  Duration stop() {
    Instant began = Instant.now();
    process.destroy();
    awaitEnd();
    return Duration.between(began, Instant.now());
  }

  String said() {
    return content(out);
  }

  String complaints() {
    return content(err);
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("standalone does not end");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
