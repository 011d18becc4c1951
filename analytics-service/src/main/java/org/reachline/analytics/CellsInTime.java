package org.reachline.analytics;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.reachline.analytics.core.CellKey;
import org.reachline.analytics.core.Delta;

/**
 * Stops a change of a cell that has been given up: begun anew, it would show a part as the whole.
 */
final class CellsInTime extends ContextualFixedKeyProcessor<String, Delta, Delta> {
  private final AnalyticsMetrics metrics;

  CellsInTime(AnalyticsMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void process(FixedKeyRecord<String, Delta> record) {
    CellKey key = CellKey.parse(record.key());
    Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
    if (key.grain().isGone(key.bucket(), now)) {
      metrics.tooLate();
    } else {
      context().forward(record);
    }
  }
}
