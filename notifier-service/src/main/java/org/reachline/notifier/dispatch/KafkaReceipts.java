package org.reachline.notifier.dispatch;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.ReceiptEvent;
import org.reachline.contracts.events.ReceiptEvent.ReceiptReceived;
import org.reachline.notifier.Records;
import org.reachline.notifier.Records.Usable;
import org.springframework.kafka.annotation.KafkaListener;

/** The topic of what providers say became of messages. */
final class KafkaReceipts {
  private final Dispatch dispatch;
  private final Records<ReceiptEvent> records;

  KafkaReceipts(Dispatch dispatch, Records<ReceiptEvent> records) {
    this.dispatch = dispatch;
    this.records = records;
  }

  @KafkaListener(
      id = "receipts",
      topics = Topics.RECEIPTS,
      groupId = "${reachline.notifier.groups.receipts:dispatch-receipts}",
      idIsGroup = false,
      batch = "true")
  void heard(List<ConsumerRecord<String, byte[]>> batch) {
    records.work(batch, reads -> reads.forEach(this::received));
  }

  private void received(Usable<ReceiptEvent> read) {
    switch (read.event()) {
      case ReceiptReceived receipt -> dispatch.receipt(read.scope(), receipt);
    }
  }
}
