package org.reachline.notifier.oncall;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.notifier.Records;
import org.springframework.kafka.annotation.KafkaListener;

/** The topic of crises. */
final class KafkaCrises {
  private final Escalations escalations;
  private final Records<CrisisEvent> records;

  KafkaCrises(Escalations escalations, Records<CrisisEvent> records) {
    this.escalations = escalations;
    this.records = records;
  }

  /** Durable in the store, then acknowledged; the first page leaves beside this, without a tick. */
  @KafkaListener(
      id = "escalations",
      topics = Topics.CRISES,
      groupId = "${reachline.notifier.groups.escalations:escalations}",
      idIsGroup = false,
      batch = "true")
  void heard(List<ConsumerRecord<String, byte[]>> batch) {
    records.work(
        batch, usable -> usable.forEach(one -> escalations.heard(one.scope(), one.event())));
  }
}
