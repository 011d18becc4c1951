package org.reachline.standalone;

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
  private final String overlays;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean stopping;
  private @Nullable Parts parts;

  /** What runs once the start is over. */
  private record Parts(Backing backing, FakeTwilio provider, FrontDoor door) {}

  /**
   * @param overlays the folder of what agencies add to the rules; empty for none
   */
  Machine(DataFolder data, Ports ports, Terminal terminal, String overlays) {
    this.data = data;
    this.ports = ports;
    this.terminal = terminal;
    this.overlays = overlays;
  }

  /**
   * Starts everything and returns when it is ready.
   *
   * @throws IllegalStateException saying plainly what is in the way; whatever had started is
   *     stopped again
   */
  public static Machine start(Path data, int port, PrintStream progress, List<Tenant> tenants) {
    Terminal terminal = new Terminal(progress, progress);
    Machine machine = new Machine(new DataFolder(data, tenants), new Ports(port), terminal, "");
    machine.start();
    return machine;
  }

  /**
   * Starts everything and returns when it has been told to stop, at whatever moment that was.
   *
   * @return false if stopped before it was ready
   */
  boolean run() {
    try {
      start();
      stopped.await();
      return true;
    } catch (StoppedEarly told) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void start() {
    try {
      startAll();
    } catch (RuntimeException failure) {
      if (stopping) { // Ctrl-C during the start: whatever it broke is no news
        throw new StoppedEarly(failure);
      }
      close();
      throw failure;
    }
  }

  /** Told to stop before everything was up. */
  private static final class StoppedEarly extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedEarly(Throwable cause) {
      super("stopped during the start", cause);
    }
  }

  private void startAll() {
    Instant began = Instant.now();
    takeFolder();
    refuseTakenPorts();
    data.prepare(ports);
    Backing backing =
        timed("Kafka and the store", () -> Backing.start(data, ports, this::keepOpen));
    FakeTwilio provider = timed("the phone company (a stand-in)", this::startProvider);
    timed("the four services", () -> startServices(backing));
    FrontDoor door =
        timed(
            "the front door",
            () -> keepOpen(FrontDoor.start(data, ports, terminal, backing, provider)));
    parts = new Parts(backing, provider, door);
    data.noteRunning(ports, backing.kafka());
    Greeting.say(terminal, ports, data, oneTimeLink(), Duration.between(began, Instant.now()));
  }

  /** Where people go. */
  public String url() {
    return ports.frontUrl();
  }

  /** A fresh link that signs in once. */
  public String oneTimeLink() {
    return running().door().oneTimeLink();
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

  private FakeTwilio startProvider() {
    return keepOpen(Provider.start(data, ports, Clock.systemUTC()));
  }

  private int startServices(Backing backing) {
    List<HostedService> services = HostedService.all(data, ports, backing, overlays);
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

  /** A part that comes up after the stop began goes down at once. */
  private synchronized <T extends AutoCloseable> T keepOpen(T part) {
    if (stopping) {
      stop(part);
      throw new IllegalStateException("stopped during the start");
    }
    open.push(part);
    return part;
  }

  @Override
  public void close() {
    beginStop();
    AutoCloseable part = next();
    while (part != null) {
      stop(part);
      part = next();
    }
    stopped.countDown();
  }

  private synchronized void beginStop() {
    if (!stopping && !open.isEmpty()) {
      terminal.say("Stopping ...");
    }
    stopping = true;
    ConsoleLog.silence();
  }

  private synchronized @Nullable AutoCloseable next() {
    return open.poll();
  }

  private void stop(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception stubborn) {
      String name = part.getClass().getSimpleName();
      terminal.complain(name + " did not stop cleanly; the log says more");
      LOG.warn("{} did not stop cleanly", name, stubborn);
    }
  }
}
