package org.reachline.notifier.dispatch;

import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.OutboundEvent;
import org.reachline.contracts.events.OutboundEvent.SendRequested;
import org.reachline.contracts.wire.Decoded;
import org.reachline.notifier.Records;
import org.reachline.notifier.Records.Usable;
import org.springframework.kafka.annotation.KafkaListener;

/** The topic of what is to be sent. */
final class KafkaOutbound {
  private final Dispatch dispatch;
  private final Records<OutboundEvent> records;
  private final Predicate<SendRequested> opens;

  /**
   * @param opens whether the words of a request can be read
   */
  KafkaOutbound(Dispatch dispatch, Records<OutboundEvent> records, Predicate<SendRequested> opens) {
    this.dispatch = dispatch;
    this.records = records;
    this.opens = opens;
  }

  /** Durable in the ledger, then acknowledged; the sending itself happens elsewhere. */
  @KafkaListener(
      id = "dispatch",
      topics = Topics.OUTBOUND,
      groupId = "${reachline.notifier.groups.dispatch:dispatch}",
      idIsGroup = false,
      batch = "true")
  void heard(List<ConsumerRecord<String, byte[]>> batch) {
    records.work(batch, this::accept);
  }

  private void accept(List<Usable<OutboundEvent>> usable) {
    usable.stream().filter(this::isUnreadable).forEach(this::keepForAnOperator);
    dispatch.accept(usable.stream().map(KafkaOutbound::request).toList());
  }

  private boolean isUnreadable(Usable<OutboundEvent> one) {
    return one.event() instanceof SendRequested send && !opens.test(send);
  }

  /** The worker reads that it failed; the record itself stays with the dead letters. */
  private void keepForAnOperator(Usable<OutboundEvent> one) {
    records.bury(one.record(), Decoded.Code.UNREADABLE.name());
  }

  private static Dispatch.Request request(Usable<OutboundEvent> one) {
    return new Dispatch.Request(one.scope(), one.event(), one.record().offset());
  }
}
