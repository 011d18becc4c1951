package org.reachline.analytics.insights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.reachline.analytics.AnalyticsMetrics;
import org.reachline.analytics.AnalyticsTopics;
import org.reachline.analytics.core.CellKey;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * Cells from the topic into the store: the last one of each key in a batch, then the offsets. A
 * crash between the two repeats writes that change nothing.
 */
final class KafkaCellSink {
  static final String ID = "analytics-cell-sink";
  static final String CONTAINERS = "cellContainers";

  private final CellStore store;
  private final CellRecords records;
  private final AnalyticsMetrics metrics;

  KafkaCellSink(CellStore store, CellRecords records, AnalyticsMetrics metrics) {
    this.store = store;
    this.records = records;
    this.metrics = metrics;
  }

  @KafkaListener(
      id = ID,
      topics = AnalyticsTopics.CELLS,
      groupId = "${reachline.analytics.application-id:reachline-analytics-v1}-sink",
      idIsGroup = false,
      containerFactory = CONTAINERS,
      autoStartup = "false")
  void take(List<ConsumerRecord<String, byte[]>> batch) {
    Map<CellKey, KeptCell> last = new LinkedHashMap<>();
    batch.forEach(record -> records.read(record).ifPresent(cell -> last.put(cell.key(), cell)));
    store.keep(last.values());
    metrics.stored(last.size());
  }
}
