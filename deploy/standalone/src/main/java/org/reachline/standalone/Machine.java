package org.reachline.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reachline.embedded.EmbeddedBroker;
import org.reachline.embedded.EmbeddedStore;
import org.reachline.standalone.provider.FakeTwilio;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running Reachline: infrastructure first, then the phone company, then the services side by
 * side, then the front door. Closes in the opposite order.
 */
public final class Machine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Machine.class);

  private final DataFolder data;
  private final Ports ports;
  private final Terminal terminal;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Parts parts;

  /** What runs once the start is over. */
  private record Parts(Backing backing, FakeTwilio provider, FrontDoor door) {}

  private Machine(DataFolder data, Ports ports, Terminal terminal) {
    this.data = data;
    this.ports = ports;
    this.terminal = terminal;
  }

  /**
   * Starts everything and returns when it is ready.
   *
   * @throws IllegalStateException saying plainly what is in the way; whatever had started is
   *     stopped again
   */
  public static Machine start(Path data, int port, PrintStream progress) {
    return start(new DataFolder(data), new Ports(port), new Terminal(progress, progress));
  }

  static Machine start(DataFolder data, Ports ports, Terminal terminal) {
    Machine machine = new Machine(data, ports, terminal);
    try {
      machine.start();
      return machine;
    } catch (RuntimeException failure) {
      machine.close();
      throw failure;
    }
  }

  private void start() {
    Instant began = Instant.now();
    takeFolder();
    refuseTakenPorts();
    data.prepare(ports, OnCallFile.text(ports));
    Backing backing = timed("Kafka and the store", this::startBacking);
    FakeTwilio provider = timed("the phone company (a stand-in)", this::startProvider);
    timed("the four services", () -> startServices(backing));
    FrontDoor door =
        timed("the front door", () -> keepOpen(FrontDoor.start(data, ports, backing, provider)));
    parts = new Parts(backing, provider, door);
    data.noteRunning(ports);
    greet(Duration.between(began, Instant.now()));
  }

  /** Where people go. */
  public String url() {
    return "http://127.0.0.1:" + ports.front();
  }

  /** A fresh link that signs in once. */
  public String oneTimeLink() {
    return url() + "/enter?token=" + running().door().newToken();
  }

  /** The phone company at the far end. */
  public FakeTwilio provider() {
    return running().provider();
  }

  /** The broker the services use. */
  public String kafka() {
    return running().backing().kafka();
  }

  /** The database of a service, such as {@code cases}. */
  public String mongo(String service) {
    return HostedService.uri(running().backing(), service);
  }

  /** The health and metrics of the services. */
  public List<String> metricsUrls() {
    return Stream.of(ports.gateway(), ports.cases(), ports.notifier(), ports.analytics())
        .map(port -> "http://127.0.0.1:" + ports.managementOf(port) + "/actuator/prometheus")
        .toList();
  }

  private Parts running() {
    return Objects.requireNonNull(parts, "not started");
  }

  /** Where the services find their broker and store: our own, or those the environment names. */
  record Backing(String kafka, String mongo) {}

  /**
   * Side by side, on threads that inherit our class loader: those of the common pool do not see
   * into the jar.
   */
  private Backing startBacking() {
    try (ExecutorService side = Executors.newSingleThreadExecutor()) {
      CompletableFuture<String> kafka = CompletableFuture.supplyAsync(this::startKafka, side);
      String mongo = startStore();
      return new Backing(kafka.join(), mongo);
    }
  }

  private String startKafka() {
    String given = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
    String servers =
        given != null
            ? given
            : keepOpen(EmbeddedBroker.start(data.kafka(), ports.kafka())).bootstrapServers();
    EmbeddedBroker.createTopics(servers, TopicLayout.all());
    return servers;
  }

  private String startStore() {
    String given = System.getenv("MONGODB_URI");
    return given != null
        ? given
        : keepOpen(EmbeddedStore.onDisk(data.store(), ports.store())).connectionString();
  }

  private FakeTwilio startProvider() {
    return keepOpen(Provider.start(data, ports, Clock.systemUTC()));
  }

  private int startServices(Backing backing) {
    List<HostedService> services = HostedService.all(data, ports, backing);
    try (ExecutorService side = Executors.newFixedThreadPool(services.size())) {
      List<CompletableFuture<Void>> starting =
          services.stream()
              .map(service -> CompletableFuture.runAsync(() -> startService(service), side))
              .toList();
      starting.forEach(CompletableFuture::join);
    }
    return services.size();
  }

  private void startService(HostedService service) {
    try {
      keepOpen(service.start());
    } catch (RuntimeException failure) {
      throw new IllegalStateException(service.name() + " did not start", failure);
    }
  }

  private void greet(Duration took) {
    String base = url();
    terminal.say("");
    terminal.say(
        "Reachline is ready after "
            + took.toSeconds()
            + " s. Nothing is faked but the phone company.");
    terminal.say("");
    terminal.say("  Sign in (once, on this machine):  " + oneTimeLink());
    terminal.say("  Phones page                       " + base + "/demo");
    terminal.say(
        "  Queue, board, figures             "
            + base
            + "/queue  "
            + base
            + "/oncall  "
            + base
            + "/insights");
    terminal.say("  Webhook for clients' texts        " + DemoAgency.clientWebhook(ports));
    terminal.say("  Log                               " + data.root().resolve("log/reachline.log"));
    terminal.say("");
    terminal.say(
        "Text as a client:  ./reachline text \"been outside since 6 n cant feel my hands\"      Stop: Ctrl-C");
  }

  private <T> T timed(String what, Supplier<T> step) {
    Instant began = Instant.now();
    terminal.say("Starting " + what + " ...");
    T result = step.get();
    terminal.say("  up after " + Duration.between(began, Instant.now()).toMillis() + " ms");
    return result;
  }

  private void takeFolder() {
    FileChannel lock = data.lock();
    keepOpen(lock);
  }

  private void refuseTakenPorts() {
    List<String> taken = ports.taken();
    if (!taken.isEmpty()) {
      throw new IllegalStateException(
          "these ports are taken: "
              + String.join(", ", taken)
              + "; stop what listens there, or choose others with --port");
    }
  }

  private synchronized <T extends AutoCloseable> T keepOpen(T part) {
    open.push(part);
    return part;
  }

  /** Returns when the machine has been told to stop. */
  void awaitStop() {
    try {
      stopped.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (stopped.getCount() > 0 && !open.isEmpty()) {
      terminal.say("Stopping ...");
    }
    AutoCloseable part = next();
    while (part != null) {
      stop(part);
      part = next();
    }
    stopped.countDown();
  }

  private synchronized @Nullable AutoCloseable next() {
    return open.poll();
  }

  private static void stop(AutoCloseable part) {
    try {
      part.close();
    } catch (IOException lockGone) {
      LOG.warn("could not release the data folder: {}", lockGone.getMessage());
    } catch (Exception stubborn) {
      LOG.warn(
          "{} did not stop cleanly: {}",
          part.getClass().getSimpleName(),
          stubborn.getClass().getSimpleName());
    }
  }
}
