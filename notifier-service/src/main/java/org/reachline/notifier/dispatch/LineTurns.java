package org.reachline.notifier.dispatch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.reachline.channels.spi.RateLimits.Rate;
import org.reachline.channels.spi.Stated;
import org.reachline.contracts.LineId;

/**
 * A token bucket and a bulkhead per line, so that a slow or limited line holds back only itself.
 */
final class LineTurns implements Turns {
  private static final Duration SOON = Duration.ofMillis(200);

  private final Function<LineId, Stated<Rate>> rates;
  private final int atOnce;
  private final LongSupplier nanos;
  private final Map<LineId, Line> lines = new ConcurrentHashMap<>();

  LineTurns(Function<LineId, Stated<Rate>> rates, int atOnce, LongSupplier nanos) {
    this.rates = rates;
    this.atOnce = atOnce;
    this.nanos = nanos;
  }

  @Override
  public Duration take(LineId line) {
    return of(line).take(nanos.getAsLong());
  }

  @Override
  public void giveBack(LineId line) {
    of(line).giveBack();
  }

  private Line of(LineId line) {
    return lines.computeIfAbsent(line, id -> new Line(rates.apply(id), nanos.getAsLong()));
  }

  /** One line's bucket: full at first, refilled evenly. */
  private final class Line {
    private final double capacity;
    private final double perNano;
    private double tokens;
    private long last;
    private int under;

    Line(Stated<Rate> stated, long now) {
      Rate rate = stated.orElse(new Rate(Integer.MAX_VALUE, Duration.ofSeconds(1)));
      this.capacity = Math.max(1, rate.messages());
      this.perNano = capacity / rate.per().toNanos();
      this.tokens = capacity;
      this.last = now;
    }

    synchronized Duration take(long now) {
      tokens = Math.min(capacity, tokens + (now - last) * perNano);
      last = now;
      if (under >= atOnce) {
        return SOON;
      }
      if (tokens < 1) {
        return Duration.ofNanos((long) Math.ceil((1 - tokens) / perNano));
      }
      tokens--;
      under++;
      return Duration.ZERO;
    }

    synchronized void giveBack() {
      under--;
    }
  }
}
