package org.reachline.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a data directory to one owner. Kafka takes its own lock only after the controller has
 * already written, which is too late for a second process on the same directory.
 */
final class DirectoryLock implements AutoCloseable {
  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Creates the directory where it is missing; the operating system frees the lock of a killed
   * process.
   */
  static DirectoryLock of(Path directory) {
    try {
      Files.createDirectories(directory);
      return locked(directory, FileChannel.open(directory.resolve("in-use.lock"), CREATE, WRITE));
    } catch (IOException e) {
      throw new CannotStart("Cannot use the data directory " + directory + ": " + reason(e), e);
    }
  }

  private static DirectoryLock locked(Path directory, FileChannel channel) throws IOException {
    if (!tryLock(channel)) {
      channel.close();
      throw new CannotStart(
          "The data directory "
              + directory
              + " is in use by another process: stop that one first or choose another directory");
    }
    return new DirectoryLock(channel);
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) { // the other owner is in this very JVM
      return false;
    }
  }

  /** The text of the first cause that has one. */
  static String reason(Throwable failure) {
    @Nullable Throwable cause = failure;
    while (cause != null && cause.getMessage() == null) {
      cause = cause.getCause();
    }
    Throwable named = cause == null ? failure : cause;
    return named.getClass().getSimpleName() + ": " + named.getMessage();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
