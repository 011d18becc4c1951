package org.reachline.notifier;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;
import org.reachline.trust.topics.TopicWriter;

/** Publishes the events of one topic in order and waits until all are durable. */
public final class KafkaTopics<E extends Event> {
  private static final long LIMIT_SECONDS = 10;

  private final TopicWriter<E> writer;

  public KafkaTopics(Topic<E> topic, Producer<String, byte[]> producer) {
    this.writer = new TopicWriter<>(topic, NotifierServiceApplication.SERVICE, producer);
  }

  /**
   * Publishes.
   *
   * @throws KafkaException if not all are durable within ten seconds
   */
  public void publish(List<E> events) {
    CompletableFuture<?>[] all =
        events.stream().map(writer::publish).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(all).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new KafkaException("stopped while publishing");
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException away) {
      throw new KafkaException("not published: " + away.getClass().getSimpleName());
    }
  }
}
