package org.reachline.cases;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the sweeper for as long as the service runs; while the store is away it waits. */
final class Sweeping implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Sweeping.class);
  private final Runnable prepare;
  private final Runnable sweep;
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("sweeper").factory());
  private volatile boolean running;
  private boolean prepared;

  Sweeping(Runnable prepare, Runnable sweep, Duration every) {
    this.prepare = prepare;
    this.sweep = sweep;
    this.every = every;
  }

  private void round() {
    try {
      if (!prepared) {
        prepare.run();
        prepared = true;
      }
      sweep.run();
    } catch (RuntimeException away) { // its message may name hosts; the next round tries again
      log.warn("sweep-failed kind={}", away.getClass().getName());
    }
  }

  @Override
  public void start() {
    running = true;
    Future<?> _ =
        timer.scheduleWithFixedDelay(this::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
