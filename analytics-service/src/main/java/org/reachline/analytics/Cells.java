package org.reachline.analytics;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.reachline.analytics.core.AgencyZones;
import org.reachline.analytics.core.Cell;
import org.reachline.analytics.core.Delta;
import org.reachline.analytics.core.Fact;

/**
 * ★ Facts become figures: each cell is the sum of what all facts add to it now. Read after {@link
 * Facts}.
 *
 * <p>A fact that changes sends each cell the difference to what it had added before, so nothing is
 * ever counted anew and nothing late is dropped. Adding up differences is what needs exactly-once.
 */
final class Cells {
  static final String STORE = "cells-sum";

  private static final Serde<String> KEY = Serdes.String();
  private static final Serde<Fact> FACT = JsonSerde.of(Fact.class);
  private static final Serde<Contributed> CONTRIBUTED = JsonSerde.of(Contributed.class);
  private static final Serde<Delta> DELTA = JsonSerde.of(Delta.class);
  private static final Serde<Cell> CELL = JsonSerde.of(Cell.class);

  private final AgencyZones zones;
  private final AnalyticsMetrics metrics;
  private final StoreSuppliers stores;
  private final int partitions;

  /**
   * @param partitions of the topic between differences and sums, for ever
   */
  Cells(AgencyZones zones, AnalyticsMetrics metrics, StoreSuppliers stores, int partitions) {
    this.zones = zones;
    this.metrics = metrics;
    this.stores = stores;
    this.partitions = partitions;
  }

  /** The part of the topology that makes cells; built after {@link Facts}. */
  void build(StreamsBuilder builder) {
    sum(deltas(builder))
        .toStream(Named.as("cells-changed"))
        .process(CellExpiry::new, Named.as("cells-expiry"), STORE)
        .to(AnalyticsTopics.CELLS, Produced.with(KEY, CELL).withName("cells-out"));
  }

  private KStream<String, Delta> deltas(StreamsBuilder builder) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(stores.named(CellDeltas.STORE), KEY, CONTRIBUTED));
    return builder.stream(AnalyticsTopics.FACTS, Consumed.with(KEY, FACT).withName("cells-source"))
        .process(() -> new CellDeltas(zones, metrics), Named.as("cells-deltas"), CellDeltas.STORE);
  }

  /** The record cache lets a busy cell go on once per commit, not once per message. */
  private KTable<String, Cell> sum(KStream<String, Delta> deltas) {
    return deltas
        .repartition(
            Repartitioned.<String, Delta>as("cells-by-key")
                .withKeySerde(KEY)
                .withValueSerde(DELTA)
                .withNumberOfPartitions(partitions))
        .processValues(() -> new CellsInTime(metrics), Named.as("cells-in-time"))
        .groupByKey(
            Grouped.<String, Delta>as("cells-grouped").withKeySerde(KEY).withValueSerde(DELTA))
        .aggregate(
            Cell::none,
            (key, delta, cell) -> next(cell, delta),
            Named.as("cells-add"),
            Materialized.<String, Cell>as(stores.named(STORE))
                .withKeySerde(KEY)
                .withValueSerde(CELL)
                .withCachingEnabled());
  }

  /** A cell with nothing left in it is deleted. */
  private @Nullable Cell next(Cell cell, Delta delta) {
    Cell next = cell.with(delta);
    if (next.isImpossible()) {
      metrics.impossible();
    }
    return next.isEmpty() ? null : next;
  }
}
