package org.reachline.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic as a plain outside consumer would: committed records only, from the beginning. */
final class TopicReader implements AutoCloseable {
  private static final Duration ONE_POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Instant deadline;

  TopicReader(String bootstrapServers, String topic, Duration limit) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    deadline = Instant.now().plus(limit);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** All up to the end as it stands at the call; partition by partition, in order. */
  List<ConsumerRecord<String, byte[]>> toEnd() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
    while (!reached(ends)) {
      requireTime(read.size() + " records read before the end was reached");
      consumer.poll(ONE_POLL).forEach(read::add);
    }
    return sorted(read);
  }

  /** Waits until there are at least so many; returns all there are by then. */
  List<ConsumerRecord<String, byte[]>> atLeast(int count) {
    List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
    while (read.size() < count) {
      requireTime("expected " + count + " records, got " + read.size());
      consumer.poll(ONE_POLL).forEach(read::add);
    }
    return sorted(read);
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void requireTime(String state) {
    if (Instant.now().isAfter(deadline)) {
      throw new AssertionError(partitions.getFirst().topic() + ": " + state);
    }
  }

  private static List<ConsumerRecord<String, byte[]>> sorted(
      List<ConsumerRecord<String, byte[]>> records) {
    return records.stream()
        .sorted(
            Comparator.<ConsumerRecord<String, byte[]>>comparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset))
        .toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
