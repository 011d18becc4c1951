package org.reachline.cases.reading;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.reachline.contracts.AgencyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks after the folder of overlays for as long as the service runs; none named, nothing done. */
public final class OverlayWatch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OverlayWatch.class);
  private final Runnable look;
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("overlays").factory());
  private volatile boolean running;

  private OverlayWatch(Runnable look, Duration every) {
    this.look = look;
    this.every = every;
  }

  /**
   * A watch that has looked once already, so that the first message is read by the agency's rules.
   *
   * @param folder where the files lie; empty for nowhere
   */
  public static OverlayWatch of(
      String folder,
      Duration every,
      Collection<AgencyId> agencies,
      AgencyRules rules,
      Consumer<String> outcomes) {
    if (folder.isEmpty()) {
      return new OverlayWatch(() -> {}, Duration.ofDays(1));
    }
    OverlayWatch watch =
        new OverlayWatch(new Overlays(Path.of(folder), agencies, rules, outcomes)::look, every);
    watch.round();
    return watch;
  }

  private void round() {
    try {
      look.run();
    } catch (RuntimeException surprise) { // the next round tries again; the rules in force stay
      log.error("overlays-failed kind={}", surprise.getClass().getName());
    }
  }

  @Override
  public void start() {
    running = true;
    long millis = every.toMillis();
    Future<?> _ = timer.scheduleWithFixedDelay(this::round, millis, millis, TimeUnit.MILLISECONDS);
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
