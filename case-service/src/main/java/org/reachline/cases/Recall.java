package org.reachline.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.triage.Context;
import org.reachline.trust.topics.Incoming;
import org.reachline.trust.topics.TopicReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Fills the lane's memory from the topic when partitions are assigned, so that a restart forgets
 * nothing. Bounded in records and time: paging waits for no history.
 */
final class Recall implements ConsumerAwareRebalanceListener {
  private static final Logger log = LoggerFactory.getLogger(Recall.class);
  private final TopicReader<InboundEvent> reader =
      new TopicReader<>(Topics.OF_INBOUND, KafkaAnnouncer.SERVICE);
  private final ConsumerFactory<String, byte[]> consumers;
  private final CrisisLane lane;
  private final CaseProperties.Recall limits;
  private final InstantSource clock;

  Recall(
      ConsumerFactory<String, byte[]> consumers,
      CrisisLane lane,
      CaseProperties.Recall limits,
      InstantSource clock) {
    this.consumers = consumers;
    this.lane = lane;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    try {
      partitions.forEach(partition -> ends.put(partition, consumer.position(partition)));
      recall(ends);
    } catch (KafkaException | Error trouble) { // a lane without memory still reads every message
      log.warn("recall-incomplete kind={}", trouble.getClass().getName());
    }
  }

  private void recall(Map<TopicPartition, Long> ends) {
    if (ends.isEmpty()) {
      return;
    }
    try (Consumer<String, byte[]> past = consumers.createConsumer(null, "recall", null)) {
      past.assign(ends.keySet());
      Map<TopicPartition, Long> begin = past.beginningOffsets(ends.keySet());
      starts(past, ends, begin).forEach(past::seek);
      readUntil(past, ends);
    }
  }

  private Map<TopicPartition, Long> starts(
      Consumer<String, byte[]> past,
      Map<TopicPartition, Long> ends,
      Map<TopicPartition, Long> begin) {
    long since = clock.instant().minus(Context.MEMORY).toEpochMilli();
    Map<TopicPartition, Long> asked = new HashMap<>();
    ends.keySet().forEach(partition -> asked.put(partition, since));
    var byTime = past.offsetsForTimes(asked);
    Map<TopicPartition, Long> starts = new HashMap<>();
    ends.forEach(
        (partition, end) -> {
          var found = byTime.get(partition);
          long first = found == null ? end : found.offset();
          long floor = Math.max(begin.getOrDefault(partition, 0L), end - limits.records());
          starts.put(partition, Math.min(end, Math.max(first, floor)));
        });
    return starts;
  }

  private void readUntil(Consumer<String, byte[]> past, Map<TopicPartition, Long> ends) {
    Instant deadline = clock.instant().plus(limits.within());
    while (!reached(past, ends) && clock.instant().isBefore(deadline)) {
      for (ConsumerRecord<String, byte[]> record : past.poll(Duration.ofMillis(100))) {
        @Nullable Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
        if (end != null && record.offset() < end) {
          recall(record);
        }
      }
    }
  }

  private static boolean reached(Consumer<String, byte[]> past, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(end -> past.position(end.getKey()) >= end.getValue());
  }

  private void recall(ConsumerRecord<String, byte[]> record) {
    if (reader.read(record) instanceof Incoming.Read<InboundEvent>(var scope, var event)) {
      lane.recall(new Item<>(scope, event, code -> reader.letter(record, code)));
    }
  }
}
