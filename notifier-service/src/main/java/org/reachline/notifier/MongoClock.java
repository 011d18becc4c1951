package org.reachline.notifier;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The time of the store's primary, read again when the last reading is half a second old; between
 * readings this node's monotonic clock counts on.
 */
public final class MongoClock implements StoreClock {
  private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();

  private final MongoDatabase database;
  private final AtomicReference<@Nullable Reading> last = new AtomicReference<>();

  public MongoClock(MongoDatabase database) {
    this.database = database;
  }

  private record Reading(Instant time, long nanos) {
    Instant now(long nanosNow) {
      return time.plusNanos(nanosNow - nanos).truncatedTo(ChronoUnit.MILLIS);
    }
  }

  @Override
  public Instant now() {
    Reading reading = last.get();
    long nanos = System.nanoTime();
    if (reading == null || nanos - reading.nanos() > FRESH_NANOS) {
      reading = read();
      last.set(reading);
    }
    return reading.now(System.nanoTime());
  }

  private Reading read() {
    Document hello = database.runCommand(new Document("hello", 1));
    Date time = hello.getDate("localTime");
    if (time == null) {
      throw new IllegalStateException("the store does not tell its time");
    }
    return new Reading(time.toInstant(), System.nanoTime());
  }
}
