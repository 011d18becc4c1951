package org.reachline.trust.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.wire.EventCodec;

/** What lies on a topic, key and headers included, read by a plain consumer. */
final class Records {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Records() {}

  /** Every record as bytes, by partition and offset. */
  static Map<String, byte[]> all(String bootstrapServers, String topic) {
    Map<String, byte[]> all = new TreeMap<>();
    for (var record : read(bootstrapServers, topic)) {
      all.put(where(record), bytes(record));
    }
    return all;
  }

  static Map<String, String> ofMirror(String bootstrapServers, String topic) {
    Map<String, String> found = new TreeMap<>();
    for (var record : read(bootstrapServers, topic)) {
      Header agency = record.headers().lastHeader(EventCodec.AGENCY);
      if (agency != null && Planted.MIRROR.value().equals(text(agency.value()))) {
        found.put(where(record), Fingerprints.of(bytes(record)));
      }
    }
    return found;
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String bootstrapServers, String topic) {
    List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Instant deadline = Instant.now().plus(LIMIT);
      while (!reached(consumer, ends)) {
        if (Instant.now().isAfter(deadline)) {
          throw new AssertionError("the end of " + topic + " was not reached");
        }
        consumer.poll(Duration.ofMillis(100)).forEach(read::add);
      }
    }
    return read;
  }

  private static boolean reached(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static String where(ConsumerRecord<?, ?> record) {
    return "partition " + record.partition() + " offset " + record.offset();
  }

  private static byte[] bytes(ConsumerRecord<byte[], byte[]> record) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    put(all, record.key());
    for (Header header : record.headers()) {
      put(all, header.key().getBytes(StandardCharsets.UTF_8));
      put(all, header.value());
    }
    put(all, record.value());
    return all.toByteArray();
  }

  private static void put(ByteArrayOutputStream all, byte @Nullable [] part) {
    if (part != null) {
      all.writeBytes(part);
    }
    all.write('\n');
  }

  private static String text(byte @Nullable [] value) {
    return value == null ? "" : new String(value, StandardCharsets.US_ASCII);
  }
}
