package org.reachline.trust.topics;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.EventCodec;
import org.reachline.contracts.wire.Wire;

/**
 * Publishes the events of one topic. Safe for any thread; what one thread publishes under one key
 * keeps its order.
 */
public final class TopicWriter<E extends Event> {
  private final EventCodec<E> codec;
  private final Producer<String, byte[]> producer;

  /**
   * @param service the writer's name, such as {@code case-service}
   */
  public TopicWriter(Topic<E> topic, String service, Producer<String, byte[]> producer) {
    this.codec = new EventCodec<>(topic, "/reachline/" + service);
    this.producer = producer;
  }

  /**
   * Publishes; the future completes when the broker has acknowledged, or fails with the producer's
   * error.
   */
  public CompletableFuture<RecordMetadata> publish(E event) {
    return send(producer, codec.encode(event));
  }

  /** Publishes a ready record, such as a dead letter. */
  public static CompletableFuture<RecordMetadata> send(
      Producer<String, byte[]> producer, Wire wire) {
    CompletableFuture<RecordMetadata> durable = new CompletableFuture<>();
    Future<RecordMetadata> _ =
        producer.send(
            record(wire),
            (metadata, failure) -> {
              if (failure == null) {
                durable.complete(metadata);
              } else {
                durable.completeExceptionally(failure);
              }
            });
    return durable;
  }

  private static ProducerRecord<String, byte[]> record(Wire wire) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(wire.topic(), wire.key(), wire.payload());
    wire.headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.US_ASCII)));
    return record;
  }
}
