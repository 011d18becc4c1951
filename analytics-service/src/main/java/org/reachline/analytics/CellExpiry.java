package org.reachline.analytics;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.reachline.analytics.core.Cell;
import org.reachline.analytics.core.CellKey;
import org.reachline.contracts.wire.EventCodec;

/**
 * The last stop of a cell: stamps it with its agency, and gives it up when its grain's time is
 * over.
 */
@SuppressWarnings("NullAway.Init") // Streams calls init before all else
final class CellExpiry extends ContextualProcessor<String, Cell, String, Cell> {
  static final Duration EVERY = Duration.ofMinutes(10);

  private TimestampedKeyValueStore<String, Cell> cells;

  @Override
  public void init(ProcessorContext<String, Cell> context) {
    super.init(context);
    cells = context.getStateStore(Cells.STORE);
    context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, now -> expire(now));
  }

  @Override
  public void process(Record<String, Cell> record) {
    String agency = record.key().substring(0, record.key().indexOf('|'));
    RecordHeaders headers = new RecordHeaders();
    headers.add(EventCodec.AGENCY, agency.getBytes(StandardCharsets.US_ASCII));
    context().forward(record.withHeaders(headers));
  }

  /** The table the store belongs to tells of the deletion when it is flushed. */
  private void expire(long now) {
    gone(Instant.ofEpochMilli(now)).forEach(cells::delete);
  }

  private List<String> gone(Instant now) {
    List<String> gone = new ArrayList<>();
    try (KeyValueIterator<String, ValueAndTimestamp<Cell>> all = cells.all()) {
      while (all.hasNext()) {
        CellKey key = CellKey.parse(all.next().key);
        if (key.grain().isGone(key.bucket(), now)) {
          gone.add(key.text());
        }
      }
    }
    return gone;
  }
}
