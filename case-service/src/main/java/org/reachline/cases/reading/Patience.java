package org.reachline.cases.reading;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.reachline.contracts.AgencyId;
import org.reachline.triage.Assessment;
import org.reachline.triage.Assessment.Reason;
import org.reachline.triage.Assessment.Unassessed;
import org.reachline.triage.Context;
import org.reachline.triage.WeatherAlert;

/**
 * A library that is not waited for longer than it may take: then the message is "not assessed" and
 * those behind it go on. It works on threads of its own, since one that never ends would keep a
 * carrier of virtual threads for ever; when all of them are stuck nothing is waited for.
 */
public final class Patience implements Library, AutoCloseable {
  private static final int THREADS = 32;
  private final Library library;
  private final Duration most;
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          THREADS,
          30,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("triage-", 0).factory());

  public Patience(Library library, Duration most) {
    this.library = library;
    this.most = most;
  }

  @Override
  public Assessment assess(AgencyId agency, String text, Context context) {
    try {
      Future<Assessment> reading = threads.submit(() -> library.assess(agency, text, context));
      return wait(reading);
    } catch (RejectedExecutionException allStuck) {
      return new Unassessed(Reason.TIMEOUT, "");
    }
  }

  @Override
  public WeatherAlert weather(AgencyId agency) {
    return library.weather(agency);
  }

  private Assessment wait(Future<Assessment> reading) {
    try {
      return reading.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      reading.cancel(true);
      return new Unassessed(Reason.TIMEOUT, "");
    } catch (ExecutionException failed) { // its cause may quote the client
      return new Unassessed(Reason.DETECTOR_ERROR, "");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Unassessed(Reason.TIMEOUT, "");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
