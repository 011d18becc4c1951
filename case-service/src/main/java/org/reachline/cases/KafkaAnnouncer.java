package org.reachline.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.OutboundEvent;
import org.reachline.contracts.wire.Wire;
import org.reachline.trust.topics.TopicWriter;

/** The topics this service writes; waits until the broker has acknowledged. */
final class KafkaAnnouncer implements Announcer {
  static final String SERVICE = "case-service";
  private final Producer<String, byte[]> producer;
  private final TopicWriter<CaseEvent> cases;
  private final TopicWriter<CrisisEvent> crises;
  private final TopicWriter<OutboundEvent> outbound;
  private final Duration patience;

  KafkaAnnouncer(Producer<String, byte[]> producer, Duration patience) {
    this.producer = producer;
    this.cases = new TopicWriter<>(Topics.OF_CASES, SERVICE, producer);
    this.crises = new TopicWriter<>(Topics.OF_CRISES, SERVICE, producer);
    this.outbound = new TopicWriter<>(Topics.OF_OUTBOUND, SERVICE, producer);
    this.patience = patience;
  }

  @Override
  public void publish(List<? extends Event> events) {
    List<CompletableFuture<RecordMetadata>> sent = new ArrayList<>(events.size());
    events.forEach(event -> sent.add(send(event)));
    sent.forEach(this::await);
  }

  @Override
  public void bury(Wire letter) {
    await(TopicWriter.send(producer, letter));
  }

  private CompletableFuture<RecordMetadata> send(Event event) {
    return switch (event) {
      case CaseEvent c -> cases.publish(c);
      case CrisisEvent c -> crises.publish(c);
      case OutboundEvent o -> outbound.publish(o);
      default -> throw new IllegalArgumentException("not a topic of this service");
    };
  }

  private void await(Future<RecordMetadata> sent) {
    try {
      RecordMetadata _ = sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new KafkaException("not acknowledged by the broker", failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new KafkaException("stopped while waiting for the broker", stopping);
    }
  }
}
