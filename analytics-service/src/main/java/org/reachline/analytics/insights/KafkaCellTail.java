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
  private static final Duration PRUNE = Duration.ofMinutes(10);

  private final ConsumerFactory<String, byte[]> consumers;
  private final CellStore store;
  private final CellRecords records;
  private final LiveCells live;
  private final Collection<AgencyId> agencies;
  private final Clock clock;
  private volatile CountDownLatch stop = new CountDownLatch(1);
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
        thread.interrupt(); // it may be waiting for a broker that is away
        thread.join(Duration.ofSeconds(10));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  private void keepFollowing() {
    try {
      do {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "tail")) {
          follow(consumer);
        } catch (WakeupException | InterruptException stopped) {
          return;
        } catch (RuntimeException failure) { // its message may name a record
          LOG.warn("The cells are read anew: {}", failure.getClass().getSimpleName());
        }
      } while (!stop.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
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
