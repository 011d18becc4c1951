package org.reachline.analytics.insights;

import java.time.DateTimeException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.reachline.analytics.AnalyticsMetrics;
import org.reachline.analytics.JsonSerde;
import org.reachline.analytics.core.Cell;
import org.reachline.analytics.core.CellKey;

/** Reads the records of the cells topic. */
final class CellRecords {
  private final JsonSerde<Cell> json = JsonSerde.of(Cell.class);
  private final AnalyticsMetrics metrics;

  CellRecords(AnalyticsMetrics metrics) {
    this.metrics = metrics;
  }

  /** The cell of a record; none, and counted, if it is not one of ours. */
  Optional<KeptCell> read(ConsumerRecord<String, byte[]> record) {
    try {
      @Nullable Cell cell = json.deserializer().deserialize(record.topic(), record.value());
      return Optional.of(
          new KeptCell(
              CellKey.parse(record.key()), cell == null ? Cell.none() : cell, record.offset()));
    } catch (SerializationException | IllegalArgumentException | DateTimeException no) {
      metrics.unreadableCell();
      return Optional.empty();
    }
  }
}
