package org.reachline.notifier.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.reachline.channels.spi.RateLimits.Rate;
import org.reachline.channels.spi.Stated;
import org.reachline.contracts.LineId;

class LineTurnsTest {
  private static final LineId SLOW = new LineId("harbor.slow");
  private static final LineId FREE = new LineId("harbor.free");
  private final AtomicLong nanos = new AtomicLong();
  private final LineTurns turns =
      new LineTurns(
          line ->
              line.equals(SLOW) ? Stated.of(new Rate(1, Duration.ofSeconds(1))) : Stated.absent(),
          2,
          nanos::get);

  @Test
  void aLimitedLineSaysHowLongToWait() {
    assertThat(turns.take(SLOW)).isZero();
    turns.giveBack(SLOW);
    nanos.addAndGet(Duration.ofMillis(400).toNanos());

    Duration wait = turns.take(SLOW);

    assertThat(wait).isBetween(Duration.ofMillis(599), Duration.ofMillis(601));
    nanos.addAndGet(wait.toNanos());
    assertThat(turns.take(SLOW)).isZero();
  }

  @Test
  void aBusyLineHoldsBackOnlyItself() {
    assertThat(turns.take(FREE)).isZero();
    assertThat(turns.take(FREE)).isZero();
    assertThat(turns.take(FREE)).isPositive();

    assertThat(turns.take(SLOW)).isZero();
    turns.giveBack(FREE);
    assertThat(turns.take(FREE)).isZero();
  }
}
