package org.reachline.cases.reading;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.store.KeptFile;
import org.reachline.cases.store.Shelf;
import org.reachline.contracts.AgencyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks after the folder of overlays for as long as the service runs; none named, nothing done. */
public final class OverlayWatch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OverlayWatch.class);
  private final @Nullable Overlays overlays;
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("overlays").factory());
  private volatile boolean running;

  private OverlayWatch(@Nullable Overlays overlays, Duration every) {
    this.overlays = overlays;
    this.every = every;
  }

  /**
   * A watch that has looked once already, so that the first message is read by the agency's rules.
   *
   * @param copies where the last good copy of each file is kept
   */
  public static OverlayWatch of(
      TriageProperties triage,
      Collection<AgencyId> agencies,
      AgencyRules rules,
      Shelf<String, KeptFile> copies,
      Consumer<String> outcomes) {
    if (triage.overlays().isEmpty()) {
      return new OverlayWatch(null, Duration.ofDays(1));
    }
    Path folder = Path.of(triage.overlays());
    Overlays overlays = new Overlays(folder, agencies, rules, new LastGood(copies), outcomes);
    quietly(overlays::look); // what is good is kept later: a start does not wait for the store
    return new OverlayWatch(overlays, triage.lookEvery());
  }

  /** How many files lie refused or cannot be read. */
  public int refused() {
    return overlays == null ? 0 : overlays.refused();
  }

  /** What is wrong with the files of an agency: {@code file:line: expected ...}. */
  public List<String> refused(AgencyId agency) {
    return overlays == null ? List.of() : overlays.refused(agency);
  }

  private void round() {
    if (overlays != null) {
      quietly(overlays::look);
      quietly(overlays::keep);
    }
  }

  private static void quietly(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error surprise) { // the next round tries again; rules in force stay
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
