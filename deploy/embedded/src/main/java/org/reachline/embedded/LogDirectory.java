package org.reachline.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Where the broker keeps its records: formatted once, never over something that is already there.
 */
final class LogDirectory {
  private LogDirectory() {}

  static Path prepared(Path dataDirectory) {
    Path directory = dataDirectory.resolve("kafka");
    if (!Files.exists(directory.resolve("meta.properties"))) {
      requireNoData(directory);
      format(directory);
    }
    return directory;
  }

  private static void requireNoData(Path directory) {
    if (holdsPartitions(directory)) {
      throw new CannotStart(
          "The broker's directory "
              + directory
              + " is damaged: it holds partitions but no meta.properties; restore that file or move the directory away");
    }
  }

  private static boolean holdsPartitions(Path directory) {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.anyMatch(Files::isDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void format(Path directory) {
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(1)
          .addDirectory(directory.toString())
          .setMetadataLogDirectory(directory.toString())
          .setControllerListenerName("CONTROLLER")
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setIgnoreFormatted(true) // a first start that was killed half-way may be finished
          .run();
    } catch (Exception e) {
      throw new CannotStart(
          "Cannot prepare " + directory + " for the broker: " + DirectoryLock.reason(e), e);
    }
  }
}
