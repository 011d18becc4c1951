package org.reachline.trust.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * An Error in a consumer's thread stops its container, and nothing else starts it again. This does,
 * and health is DOWN for as long as one does not run. It starts after the containers and stops
 * before them.
 */
public final class KafkaWatch implements SmartLifecycle, HealthIndicator {
  private static final Logger log = LoggerFactory.getLogger(KafkaWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private final Supplier<? extends Collection<? extends MessageListenerContainer>> containers;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("watch").factory());
  private volatile boolean running;

  /**
   * @param containers all of a service; asked at each look, since some are made late
   */
  public KafkaWatch(Supplier<? extends Collection<? extends MessageListenerContainer>> containers) {
    this.containers = containers;
  }

  /** Starts again what has stopped and was not told to. */
  synchronized void look() {
    for (MessageListenerContainer container : containers.get()) {
      if (running && !container.isInExpectedState()) {
        revive(container);
      }
    }
  }

  private static void revive(MessageListenerContainer container) {
    try {
      log.error("listener-stopped group={}", container.getGroupId());
      container.stop();
      container.start();
    } catch (RuntimeException | Error again) { // its message may name hosts; the next look is soon
      log.error("listener-not-started kind={}", again.getClass().getName());
    }
  }

  @Override
  public Health health() {
    List<String> down =
        containers.get().stream()
            .filter(container -> !container.isRunning() || !container.isInExpectedState())
            .map(container -> String.valueOf(container.getGroupId()))
            .toList();
    return down.isEmpty() ? Health.up().build() : Health.down().withDetail("stopped", down).build();
  }

  @Override
  public void start() {
    running = true;
    Future<?> _ =
        timer.scheduleWithFixedDelay(
            this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
