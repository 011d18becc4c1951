package org.reachline.notifier.dispatch;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.OutboundEvent;
import org.reachline.notifier.Records;
import org.reachline.notifier.Records.Usable;
import org.springframework.kafka.annotation.KafkaListener;

/** The topic of what is to be sent. */
final class KafkaOutbound {
  private final Dispatch dispatch;
  private final Records<OutboundEvent> records;

  KafkaOutbound(Dispatch dispatch, Records<OutboundEvent> records) {
    this.dispatch = dispatch;
    this.records = records;
  }

  /** Durable in the ledger, then acknowledged; the sending itself happens elsewhere. */
  @KafkaListener(
      id = "dispatch",
      topics = Topics.OUTBOUND,
      groupId = "${reachline.notifier.groups.dispatch:dispatch}",
      idIsGroup = false,
      batch = "true")
  void heard(List<ConsumerRecord<String, byte[]>> batch) {
    records.work(
        batch, usable -> dispatch.accept(usable.stream().map(KafkaOutbound::request).toList()));
  }

  private static Dispatch.Request request(Usable<OutboundEvent> one) {
    return new Dispatch.Request(one.scope(), one.event(), one.record().offset());
  }
}
