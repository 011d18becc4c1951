package org.reachline.gateway;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.DeliveryEvent;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.events.OutboundEvent;
import org.reachline.contracts.events.QuarantineEvent;
import org.reachline.contracts.events.ReceiptEvent;
import org.reachline.contracts.wire.Wire;
import org.reachline.trust.topics.TopicWriter;

/**
 * Keeps things in Kafka. The producer asks all in-sync replicas and never blocks the caller: see
 * application.yaml.
 */
final class KafkaIntakeLog implements IntakeLog {
  private final Producer<String, byte[]> producer;
  private final TopicWriter<InboundEvent> inbound;
  private final TopicWriter<ReceiptEvent> receipts;
  private final TopicWriter<QuarantineEvent> quarantine;

  KafkaIntakeLog(Producer<String, byte[]> producer) {
    this.producer = producer;
    this.inbound = new TopicWriter<>(Topics.OF_INBOUND, IntakeMetrics.SERVICE, producer);
    this.receipts = new TopicWriter<>(Topics.OF_RECEIPTS, IntakeMetrics.SERVICE, producer);
    this.quarantine = new TopicWriter<>(Topics.OF_QUARANTINE, IntakeMetrics.SERVICE, producer);
  }

  @Override
  public CompletableFuture<Void> keep(Event event) {
    return switch (event) {
      case InboundEvent inboundEvent -> kept(inbound.publish(inboundEvent));
      case ReceiptEvent receipt -> kept(receipts.publish(receipt));
      case QuarantineEvent evidence -> kept(quarantine.publish(evidence));
      case CaseEvent _, CrisisEvent _, OutboundEvent _, DeliveryEvent _, EscalationEvent _ ->
          throw new IllegalArgumentException(
              "not an event of the gateway: " + event.getClass().getSimpleName());
    };
  }

  @Override
  public CompletableFuture<Void> bury(Wire letter) {
    return kept(TopicWriter.send(producer, letter));
  }

  private static CompletableFuture<Void> kept(CompletableFuture<RecordMetadata> sent) {
    return sent.<Void>thenApply(_ -> null)
        .exceptionallyCompose(
            failure ->
                CompletableFuture.failedFuture(
                    failure.getCause() instanceof RecordTooLargeException
                            || failure instanceof RecordTooLargeException
                        ? new TooLarge()
                        : failure));
  }
}
