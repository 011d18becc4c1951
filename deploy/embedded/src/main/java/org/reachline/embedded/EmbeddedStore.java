package org.reachline.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A MongoDB-compatible server in this JVM, on loopback: a development store, not MongoDB.
 *
 * <p>It has no transactions, sessions, change streams, update pipelines, partial indexes,
 * collations or validators. {@link #close} may be called twice.
 */
public final class EmbeddedStore implements AutoCloseable {
  private static final int KEEP_OLD_CHUNKS_MILLIS = 5_000;

  private final MongoServer server;
  private final Runnable release;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedStore(MongoServer server, Runnable release) {
    this.server = server;
    this.release = release;
  }

  /** Empty at the start, gone at the end; on any free port. */
  public static EmbeddedStore inMemory() {
    return serve(new MemoryBackend(), 0, () -> {});
  }

  /**
   * Kept in one file of this directory; a confirmed write survives a killed process.
   *
   * @param port where clients connect; 0 for any free one
   * @throws CannotStart the port is taken, or the directory is in use or damaged
   */
  public static EmbeddedStore onDisk(Path dataDirectory, int port) {
    if (port != 0) {
      Ports.requireFree(port, "store");
    }
    DirectoryLock lock = DirectoryLock.of(dataDirectory);
    try {
      return serve(new DurableBackend(open(dataDirectory.resolve("store.mv"))), port, lock::close);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static MVStore open(Path file) {
    try {
      MVStore store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open();
      store.setRetentionTime(KEEP_OLD_CHUNKS_MILLIS);
      return store;
    } catch (MVStoreException e) {
      throw new CannotStart(
          "The store's file "
              + file
              + " cannot be read ("
              + DirectoryLock.reason(e)
              + "): restore it or move it away",
          e);
    }
  }

  private static EmbeddedStore serve(MongoBackend backend, int port, Runnable release) {
    MongoServer server = new MongoServer(backend);
    try {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return new EmbeddedStore(server, release);
    } catch (Exception e) { // Netty throws the checked BindException undeclared
      server.shutdownNow();
      throw new CannotStart(
          "The store cannot listen on port " + port + ": " + DirectoryLock.reason(e), e);
    }
  }

  /** {@code mongodb://host:port}, without a database. */
  public String connectionString() {
    return server.getConnectionString();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      server.shutdownNow();
      release.run();
    }
  }
}
