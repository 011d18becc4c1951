package org.reachline.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@code mongod} of this machine, with data of its own, for as long as the tests run. */
final class MongodProcess {
  private static final int SECONDS_TO_START = 60;
  private static final int SECONDS_TO_STOP = 20;

  private MongodProcess() {}

  static TestStore start(Path program) {
    Path directory = TemporaryDirectory.create("reachline-mongod");
    int port = Ports.free();
    Process process = launch(program, directory, port);
    Thread killer = new Thread(process::destroyForcibly); // should JUnit never come to close it
    Runtime.getRuntime().addShutdownHook(killer);
    awaitReady(process);
    return new TestStore(
        "mongod on the path (" + program + ")",
        "mongodb://127.0.0.1:" + port,
        false,
        () -> stop(process, directory));
  }

  private static Process launch(Path program, Path directory, int port) {
    try {
      return new ProcessBuilder(
              program.toString(),
              "--dbpath",
              directory.toString(),
              "--port",
              Integer.toString(port),
              "--bind_ip",
              "127.0.0.1")
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new CannotStart("Cannot start " + program + ": " + DirectoryLock.reason(e), e);
    }
  }

  private static void awaitReady(Process process) {
    CompletableFuture<Void> ready = new CompletableFuture<>();
    Thread.ofVirtual().name("mongod-output").start(() -> drain(process, ready));
    try {
      ready.get(SECONDS_TO_START, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new CannotStart("mongod did not come up: " + DirectoryLock.reason(e), e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted while mongod started", e);
    }
  }

  /** Reads to the end, or the process would block on a full pipe. */
  private static void drain(Process process, CompletableFuture<Void> ready) {
    String last = "";
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        last = line;
        if (line.contains("Waiting for connections") || line.contains("waiting for connections")) {
          ready.complete(null);
        }
      }
      ready.completeExceptionally(new IllegalStateException("it ended with: " + last));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  private static void stop(Process process, Path directory) {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    TemporaryDirectory.delete(directory);
  }
}
