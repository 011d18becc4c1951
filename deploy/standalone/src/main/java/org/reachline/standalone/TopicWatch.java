package org.reachline.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.reachline.contracts.Topics;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;
import org.reachline.trust.topics.Incoming;
import org.reachline.trust.topics.TopicReader;

/** Follows topics from their beginning as a bystander: no group, no commits, ids and codes only. */
final class TopicWatch implements AutoCloseable {
  private static final List<Topic<? extends Event>> FOLLOWED =
      List.of(Topics.OF_CASES, Topics.OF_CRISES, Topics.OF_ESCALATIONS, Topics.OF_DELIVERY);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, TopicReader<?>> readers = new HashMap<>();
  private final BiConsumer<Event, Instant> listener;
  private final Thread thread;

  /**
   * @param listener called with each event and the time its record was written
   */
  TopicWatch(String bootstrapServers, BiConsumer<Event, Instant> listener) {
    this.listener = listener;
    FOLLOWED.forEach(topic -> readers.put(topic.name(), new TopicReader<>(topic, "phones-page")));
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
    this.consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        readers.keySet().stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    this.thread = Thread.ofPlatform().daemon().name("phones-page").start(this::follow);
  }

  private void follow() {
    try (consumer) {
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(Duration.ofSeconds(1)).forEach(this::tell);
      }
    } catch (WakeupException told) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(ConsumerRecord<String, byte[]> record) {
    TopicReader<?> reader = readers.get(record.topic());
    if (reader != null && reader.read(record) instanceof Incoming.Read<?>(var _, var event)) {
      listener.accept(event, Instant.ofEpochMilli(record.timestamp()));
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
