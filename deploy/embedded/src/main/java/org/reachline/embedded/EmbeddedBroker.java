package org.reachline.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker (KRaft, one node) in this JVM, on loopback. Start reading here.
 *
 * <p>What is acknowledged is kept in the data directory across restarts, on the same port or
 * another. Safe for use by many threads; {@link #close} may be called twice.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(15);
  private static final int RACES_FOR_A_PORT = 5;
  private static final Object STARTING = new Object(); // Kafka's exit procedure is one per JVM

  private final KafkaRaftServer server;
  private final DirectoryLock lock;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedBroker(KafkaRaftServer server, DirectoryLock lock, int port) {
    this.server = server;
    this.lock = lock;
    this.port = port;
  }

  /**
   * Starts a broker and returns when it answers.
   *
   * @param dataDirectory kept across restarts, made where it is missing; for this broker alone
   * @param port where clients connect; 0 for any free one
   * @throws CannotStart the port is taken, or the directory is in use or damaged
   */
  public static EmbeddedBroker start(Path dataDirectory, int port) {
    if (port != 0) {
      Ports.requireFree(port, "broker");
    }
    DirectoryLock lock = DirectoryLock.of(dataDirectory);
    try {
      return started(dataDirectory, port, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedBroker started(Path dataDirectory, int port, DirectoryLock lock) {
    Path log = LogDirectory.prepared(dataDirectory);
    for (int race = 1; ; race++) {
      int chosen = port == 0 ? Ports.free() : port;
      try {
        return new EmbeddedBroker(
            startup(BrokerSettings.of(log, chosen, Ports.free())), lock, chosen);
      } catch (RuntimeException e) {
        if (!lostRace(e) || race == RACES_FOR_A_PORT) {
          throw new CannotStart(
              "The broker did not start on port "
                  + chosen
                  + " with "
                  + log
                  + ": "
                  + DirectoryLock.reason(e),
              e);
        }
      }
    }
  }

  /** A fatal fault at start would halt the JVM without a word; here it becomes an exception. */
  private static KafkaRaftServer startup(Map<String, String> settings) {
    synchronized (STARTING) {
      CompletableFuture<KafkaRaftServer> up = new CompletableFuture<>();
      Exit.setHaltProcedure((_, message) -> fail(up, message));
      Exit.setExitProcedure((_, message) -> fail(up, message));
      try {
        Thread.ofPlatform()
            .name("embedded-broker-start")
            .daemon()
            .start(() -> startInto(up, settings));
        return up.join();
      } catch (CompletionException e) {
        throw new IllegalStateException(e.getCause());
      } finally {
        Exit.resetHaltProcedure();
        Exit.resetExitProcedure();
      }
    }
  }

  private static void startInto(
      CompletableFuture<KafkaRaftServer> up, Map<String, String> settings) {
    try {
      up.complete(
          startedOrStopped(new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM)));
    } catch (Throwable e) {
      up.completeExceptionally(e);
    }
  }

  /** Half a node must not stay behind: its controller would go on writing to the directory. */
  private static KafkaRaftServer startedOrStopped(KafkaRaftServer server) {
    try {
      server.startup();
      return server;
    } catch (Throwable e) {
      server.shutdown();
      throw e;
    }
  }

  private static void fail(CompletableFuture<KafkaRaftServer> up, String message) {
    IllegalStateException fault =
        new IllegalStateException(
            Optional.ofNullable(message).orElse("a fatal fault, see the log lines before this"));
    up.completeExceptionally(fault);
    throw fault;
  }

  private static boolean lostRace(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof java.net.BindException) {
        return true;
      }
    }
    return false;
  }

  /** Host and port for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Creates those of the topics that do not exist; leaves the others as they are. */
  public void createTopics(Collection<TopicSpec> topics) {
    createTopics(bootstrapServers(), topics);
  }

  /** As {@link #createTopics(Collection)}, on any broker; with its own default replication. */
  public static void createTopics(String bootstrapServers, Collection<TopicSpec> topics) {
    TopicCreation.run(bootstrapServers, topics);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      shutDown();
      lock.close();
    }
  }

  /**
   * On a full disk a broker would try for five minutes to tell itself that it goes. What it has
   * confirmed is in its files by then, as after a kill.
   */
  private void shutDown() {
    Thread ending = Thread.ofPlatform().daemon().name("embedded-broker-stop").start(this::end);
    try {
      if (!ending.join(LONGEST_STOP)) {
        LOG.warn("the broker does not end by itself; it ends with the process");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    server.shutdown();
    server.awaitShutdown();
  }
}
