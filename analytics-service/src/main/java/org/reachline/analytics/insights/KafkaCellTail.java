package org.reachline.analytics.insights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.reachline.analytics.AnalyticsTopics;
import org.reachline.contracts.AgencyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Follows the whole cells topic, in no group, from two days back; what is older comes from the
 * store. Begins anew after any failure.
 */
final class KafkaCellTail implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaCellTail.class);
  private static final Duration ONE_POLL = Duration.ofMillis(200);
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final Duration TO_WAKE = Duration.ofSeconds(2);
  private static final Duration TO_CLOSE = Duration.ofSeconds(1);
  private static final Duration PRUNE = Duration.ofMinutes(10);

  private final ConsumerFactory<String, byte[]> consumers;
  private final CellStore store;
  private final CellRecords records;
  private final LiveCells live;
  private final Collection<AgencyId> agencies;
  private final Clock clock;
  private volatile CountDownLatch stop = new CountDownLatch(1);
  private volatile @Nullable Consumer<String, byte[]> consumer;
  private @Nullable Thread thread;

  KafkaCellTail(
      ConsumerFactory<String, byte[]> consumers,
      CellStore store,
      CellRecords records,
      LiveCells live,
      Collection<AgencyId> agencies,
      Clock clock) {
    this.consumers = consumers;
    this.store = store;
    this.records = records;
    this.live = live;
    this.agencies = List.copyOf(agencies);
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      stop = new CountDownLatch(1);
      thread = Thread.ofPlatform().name("analytics-cell-tail").daemon().start(this::keepFollowing);
    }
  }

  @Override
  public synchronized void stop() {
    stop.countDown();
    try {
      if (thread != null) {
        end(thread);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  /** Woken first: a consumer closed by an interrupted thread complains aloud. */
  private void end(Thread following) throws InterruptedException {
    Consumer<String, byte[]> at = consumer;
    if (at != null) {
      at.wakeup();
    }
    if (!following.join(TO_WAKE)) {
      following.interrupt(); // it waits for something that does not hear
      following.join(TO_WAKE);
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  private void keepFollowing() {
    try {
      do {
        followOnce();
      } while (!stop.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void followOnce() {
    Consumer<String, byte[]> mine = consumers.createConsumer(null, "tail");
    consumer = mine;
    try {
      if (stop.getCount() > 0) {
        follow(mine);
      }
    } catch (WakeupException | InterruptException stopped) {
      LOG.debug("The tail is told to end");
    } catch (RuntimeException | Error failure) { // its message may name a record
      LOG.warn("The cells are read anew: {}", failure.getClass().getSimpleName());
    } finally {
      consumer = null;
      boolean _ = Thread.interrupted(); // told by the latch; closing wants a calm thread
      mine.close(CloseOptions.timeout(TO_CLOSE));
    }
  }

  private void follow(Consumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(AnalyticsTopics.CELLS).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    if (partitions.isEmpty()) {
      return; // not there yet
    }
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    seekBack(consumer, ends);
    load();
    Instant prune = clock.instant().plus(PRUNE);
    while (stop.getCount() > 0) {
      consumer.poll(ONE_POLL).forEach(record -> records.read(record).ifPresent(live::take));
      live.heard(reached(consumer, ends));
      if (clock.instant().isAfter(prune)) {
        live.prune();
        prune = clock.instant().plus(PRUNE);
      }
    }
  }

  private void seekBack(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    long from = clock.instant().minus(LiveCells.HOURS).toEpochMilli();
    Map<TopicPartition, Long> times =
        ends.keySet().stream().collect(Collectors.toMap(Function.identity(), _ -> from));
    consumer
        .offsetsForTimes(times)
        .forEach((partition, place) -> consumer.seek(partition, offset(place, ends, partition)));
  }

  private static long offset(
      @Nullable OffsetAndTimestamp place, Map<TopicPartition, Long> ends, TopicPartition of) {
    return place == null ? ends.getOrDefault(of, 0L) : place.offset();
  }

  private void load() {
    Instant days = clock.instant().minus(LiveCells.DAYS);
    agencies.forEach(agency -> store.recent(agency, days).forEach(live::take));
  }

  private static boolean reached(
      Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
