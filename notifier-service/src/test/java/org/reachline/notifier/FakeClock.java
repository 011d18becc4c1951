package org.reachline.notifier;

import java.time.Duration;
import java.time.Instant;

/** The store's time, moved by hand. */
public final class FakeClock implements StoreClock {
  private Instant now;

  public FakeClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant now() {
    return now;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }

  /** Never back. */
  public void to(Instant time) {
    if (time.isAfter(now)) {
      now = time;
    }
  }
}
