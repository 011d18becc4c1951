package org.reachline.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * The folder that holds everything standalone keeps of these agencies: keys, files, the broker's
 * and the store's data. Survives restarts.
 */
record DataFolder(Path root, List<Tenant> tenants) {
  private static final long ROOM = 100;

  DataFolder {
    tenants = List.copyOf(tenants);
  }

  /** Of the demo agency alone. */
  DataFolder(Path root) {
    this(root, List.of(DemoAgency.TENANT));
  }

  Path keys() {
    return root.resolve("keys");
  }

  Path staff() {
    return root.resolve("staff.yaml");
  }

  Path lines() {
    return root.resolve("lines.yaml");
  }

  Path onCall() {
    return root.resolve("on-call.yaml");
  }

  Path token() {
    return root.resolve("provider-token");
  }

  Path kafka() {
    return root.resolve("kafka");
  }

  Path store() {
    return root.resolve("store");
  }

  Path streams() {
    return root.resolve("streams");
  }

  private Path running() {
    return root.resolve("running.properties");
  }

  /** Makes what is missing and writes the files that depend on the ports. */
  void prepare(Ports ports) {
    try {
      Files.createDirectories(root);
      new DataKeys(this).prepare();
      if (!Files.exists(token()) || Files.readString(token()).isBlank()) {
        Files.deleteIfExists(token());
        writePrivately(token(), randomToken());
      }
      Files.writeString(staff(), TenantFiles.staff(tenants));
      Files.writeString(lines(), TenantFiles.lines(tenants, ports, token().toString()));
      Files.writeString(onCall(), TenantFiles.onCall(tenants, ports));
    } catch (IOException unwritable) {
      throw unwritable(unwritable);
    }
  }

  /**
   * Tries the folder, before the log is opened in it.
   *
   * @throws UncheckedIOException if nothing can be written there
   */
  void requireWritable() {
    try {
      Files.createDirectories(root.resolve("log"));
      Files.delete(Files.createTempFile(root, "try", ".tmp"));
      requireRoom(Files.getFileStore(root).getUsableSpace() / 1_000_000);
    } catch (IOException unwritable) {
      throw unwritable(unwritable);
    }
  }

  /** A broker that finds its disk full ends the process without a word. */
  void requireRoom(long megabytes) {
    if (megabytes < ROOM) {
      throw new IllegalStateException(
          "only "
              + megabytes
              + " MB are free where "
              + root
              + " lies; make room for "
              + ROOM
              + ", or choose another folder with --data");
    }
  }

  /**
   * Takes the folder for this process.
   *
   * @throws IllegalStateException if another standalone runs on it
   */
  FileChannel lock() {
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw inUse();
      }
      return channel;
    } catch (OverlappingFileLockException held) {
      throw inUse();
    } catch (IOException unwritable) {
      throw unwritable(unwritable);
    }
  }

  /** Leaves word for the other commands of the ports, and of where Kafka is. */
  void noteRunning(Ports ports, String kafka) {
    Properties properties = new Properties();
    properties.setProperty("front", Integer.toString(ports.front()));
    properties.setProperty("kafka", kafka);
    try (var out = Files.newBufferedWriter(running())) {
      properties.store(out, null);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write to " + root, unwritable);
    }
  }

  /** The ports of the standalone that runs, or ran last, on this folder. */
  Ports lastPorts() {
    try {
      return new Ports(Integer.parseInt(lastRun().getProperty("front")));
    } catch (IllegalArgumentException damaged) {
      throw damaged(damaged);
    }
  }

  /** Where its Kafka is: its own, or the one the environment named. */
  String lastKafka() {
    return lastRun().getProperty("kafka", "127.0.0.1:" + lastPorts().kafka());
  }

  private Properties lastRun() {
    requireStarted(running());
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(running())) {
      properties.load(in);
      return properties;
    } catch (IOException | IllegalArgumentException damaged) {
      throw damaged(damaged);
    }
  }

  private IllegalStateException damaged(Exception why) {
    return new IllegalStateException(running() + " is damaged; say the --port", why);
  }

  String providerToken() {
    requireStarted(token());
    try {
      return Files.readString(token()).strip();
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot read " + token(), unreadable);
    }
  }

  private void requireStarted(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "nothing has been started on " + root + " yet; run ./reachline up first");
    }
  }

  private UncheckedIOException unwritable(IOException why) {
    return new UncheckedIOException(
        "cannot write to " + root + "; choose another folder with --data", why);
  }

  private IllegalStateException inUse() {
    return new IllegalStateException(
        "another standalone runs on " + root + "; stop it, or choose another folder with --data");
  }

  private static String randomToken() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void writePrivately(Path file, String text) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(file, ownerOnly);
    Files.writeString(file, text);
  }
}
