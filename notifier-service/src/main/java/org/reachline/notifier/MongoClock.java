package org.reachline.notifier;

import com.mongodb.MongoCommandException;
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

  private static final int NO_SUCH_COMMAND = 59;

  private final MongoDatabase database;
  private final AtomicReference<@Nullable Reading> last = new AtomicReference<>();
  private volatile boolean oldName;

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
    Date time = hello().getDate("localTime");
    if (time == null) {
      throw new IllegalStateException("the store does not tell its time");
    }
    return new Reading(time.toInstant(), System.nanoTime());
  }

  /** Under its present name, or, for a store that does not know that, its old one. */
  private Document hello() {
    if (!oldName) {
      try {
        return database.runCommand(new Document("hello", 1));
      } catch (MongoCommandException unknown) {
        if (unknown.getErrorCode() != NO_SUCH_COMMAND) {
          throw unknown;
        }
        oldName = true;
      }
    }
    return database.runCommand(new Document("isMaster", 1));
  }
}
