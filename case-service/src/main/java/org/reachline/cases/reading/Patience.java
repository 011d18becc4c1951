package org.reachline.cases.reading;

import java.time.Duration;
import java.util.List;
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
import org.reachline.triage.Assessment.Assessed;
import org.reachline.triage.Assessment.Reason;
import org.reachline.triage.Assessment.Unassessed;
import org.reachline.triage.Context;
import org.reachline.triage.WeatherAlert;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A library that is not waited for longer than it may take: then the message is "not assessed" and
 * those behind it go on. It works on threads of its own, since one that never ends would keep a
 * carrier of virtual threads for ever; when all of them are stuck nothing is waited for.
 *
 * <p>What fails or is late with the earlier messages is read once more alone, within the same
 * patience. A reading that was given up runs on to its end, as nothing in triage heeds an
 * interrupt. That end is near: the detector hands over 20,001 characters at most and {@link
 * Context} 2,000 of earlier ones with a line end each, less than 25,000 in all, and the time triage
 * takes grows with the length. So many readings run at once at most as there are threads here.
 */
public final class Patience implements Library, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Patience.class);
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
    long began = System.nanoTime();
    boolean alone = context.earlier().isEmpty();
    Assessment read = attempt(agency, text, context, alone ? most : most.dividedBy(2));
    if (alone || read instanceof Assessed) {
      return read;
    }
    Duration left = most.minusNanos(System.nanoTime() - began);
    return attempt(agency, text, context.withEarlier(List.of()), left);
  }

  private Assessment attempt(AgencyId agency, String text, Context context, Duration patience) {
    try {
      Future<Assessment> reading = threads.submit(() -> library.assess(agency, text, context));
      return wait(reading, patience);
    } catch (RejectedExecutionException allStuck) {
      return new Unassessed(Reason.TIMEOUT, "");
    }
  }

  @Override
  public WeatherAlert weather(AgencyId agency) {
    return library.weather(agency);
  }

  private Assessment wait(Future<Assessment> reading, Duration patience) {
    try {
      return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      reading.cancel(true);
      return new Unassessed(Reason.TIMEOUT, "");
    } catch (ExecutionException failed) { // its cause may quote the client
      log.error("reading-failed kind={}", kind(failed));
      return new Unassessed(Reason.DETECTOR_ERROR, "");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Unassessed(Reason.TIMEOUT, "");
    }
  }

  private static String kind(ExecutionException failed) {
    Throwable cause = failed.getCause();
    return (cause == null ? failed : cause).getClass().getName();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
