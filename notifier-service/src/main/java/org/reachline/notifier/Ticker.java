package org.reachline.notifier;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Calls one thing again and again, a little out of step with the other nodes. */
public final class Ticker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

  private final String name;
  private final Duration every;
  private final Runnable work;
  private volatile @Nullable Thread thread;

  public Ticker(String name, Duration every, Runnable work) {
    this.name = name;
    this.every = every;
    this.work = work;
  }

  @Override
  public void start() {
    Thread ticking = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    thread = ticking;
    ticking.start();
  }

  private void run() {
    while (isCurrent()) {
      try {
        Thread.sleep(jittered());
        work.run();
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException | Error away) { // whatever it is, the next time may go better
        LOG.error("{} failed and is tried again: {}", name, away.getClass().getName());
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // it is this very thread or another one
  private boolean isCurrent() {
    return thread == Thread.currentThread();
  }

  private Duration jittered() {
    long millis = every.toMillis();
    long fifth = millis / 5;
    return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(-fifth, fifth + 1));
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
