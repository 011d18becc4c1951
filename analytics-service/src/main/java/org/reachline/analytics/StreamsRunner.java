package org.reachline.analytics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the streams running from start to stop of the service: waits for the topics, runs, and runs
 * anew from the last commit when they fail.
 */
final class StreamsRunner implements SmartLifecycle {
  /** What the streams are doing. */
  enum State {
    STOPPED,
    WAITING_FOR_BROKER,
    WAITING_FOR_TOPICS,
    STARTING,
    RUNNING,
    FAILED
  }

  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(20);

  private final Supplier<Topology> topology;
  private final Properties settings;
  private final TopicsReady topics;
  private final AnalyticsMetrics metrics;
  private final MeterRegistry registry;
  private final Runnable whenReady;
  private volatile State state = State.STOPPED;
  private volatile CountDownLatch stop = new CountDownLatch(1);
  private @Nullable Thread thread;

  /**
   * @param whenReady called once the topics are there, maybe more than once
   */
  StreamsRunner(
      Supplier<Topology> topology,
      Properties settings,
      TopicsReady topics,
      AnalyticsMetrics metrics,
      MeterRegistry registry,
      Runnable whenReady) {
    this.topology = topology;
    this.settings = settings;
    this.topics = topics;
    this.metrics = metrics;
    this.registry = registry;
    this.whenReady = whenReady;
  }

  State state() {
    return state;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      stop = new CountDownLatch(1);
      state = State.WAITING_FOR_BROKER;
      thread = Thread.ofPlatform().name("analytics-streams").daemon().start(this::keepRunning);
    }
  }

  @Override
  public synchronized void stop() {
    stop.countDown();
    try {
      if (thread != null) {
        thread.join(LONGEST_CLOSE.plusSeconds(5));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  private void keepRunning() {
    try {
      do {
        round();
      } while (!stop.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    state = State.STOPPED;
  }

  /** Whatever it is, the next round may go better. */
  private void round() throws InterruptedException {
    try {
      if (ready()) {
        whenReady.run();
        runOnce();
      }
    } catch (RuntimeException | Error failure) {
      metrics.streamStopped();
      LOG.error("The streams did not run and begin again: {}", nameOf(failure));
      state = State.FAILED;
    }
  }

  private boolean ready() throws InterruptedException {
    try {
      Set<String> missing = topics.missing();
      if (!missing.isEmpty() && state != State.WAITING_FOR_TOPICS) {
        LOG.warn("Waiting for topics {}", missing);
      }
      state = missing.isEmpty() ? State.STARTING : State.WAITING_FOR_TOPICS;
      return missing.isEmpty();
    } catch (ExecutionException away) {
      LOG.warn("The broker does not answer: {}", nameOf(away.getCause()));
      state = State.WAITING_FOR_BROKER;
      return false;
    }
  }

  private void runOnce() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    KafkaStreams streams = new KafkaStreams(topology.get(), settings);
    streams.setUncaughtExceptionHandler(this::failed);
    streams.setStateListener((now, before) -> follow(now, over));
    try (KafkaStreamsMetrics meters = new KafkaStreamsMetrics(streams)) {
      meters.bindTo(registry);
      streams.start();
      boolean stopping = false;
      while (!stopping && over.getCount() > 0) {
        stopping = stop.await(100, TimeUnit.MILLISECONDS);
      }
    } finally {
      close(streams);
    }
  }

  private void follow(KafkaStreams.State now, CountDownLatch over) {
    switch (now) {
      case RUNNING -> state = State.RUNNING;
      case ERROR, PENDING_ERROR -> {
        state = State.FAILED;
        over.countDown();
      }
      case NOT_RUNNING -> over.countDown();
      default -> LOG.debug("Streams are {}", now);
    }
  }

  /** The message of an exception may quote a record, so only its name is told. */
  private StreamThreadExceptionResponse failed(Throwable failure) {
    metrics.streamStopped();
    LOG.error("The streams stop and begin again from the last commit: {}", nameOf(failure));
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private static String nameOf(@Nullable Throwable failure) {
    if (failure == null) {
      return "unknown";
    }
    Throwable cause = failure.getCause();
    String name = failure.getClass().getSimpleName();
    return cause == null ? name : name + " by " + cause.getClass().getSimpleName();
  }

  /** Leaves the group, so that the next start need not wait for the session to run out. */
  private static void close(KafkaStreams streams) {
    boolean closed =
        streams.close(
            CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(LONGEST_CLOSE));
    if (!closed) {
      LOG.warn("The streams did not close within {}", LONGEST_CLOSE);
    }
  }
}
