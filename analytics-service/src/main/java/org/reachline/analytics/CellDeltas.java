package org.reachline.analytics;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.reachline.analytics.core.AgencyZones;
import org.reachline.analytics.core.Amount;
import org.reachline.analytics.core.CellKey;
import org.reachline.analytics.core.Contributions;
import org.reachline.analytics.core.Delta;
import org.reachline.analytics.core.Fact;

/**
 * What a fact adds now, less what it added before, to each cell. A deleted fact takes back all it
 * added; one that merely became too old (header {@code reason=expired}) leaves the figures as they
 * are.
 */
@SuppressWarnings("NullAway.Init") // Streams calls init before all else
final class CellDeltas extends ContextualProcessor<String, Fact, String, Delta> {
  static final String STORE = "cells-contributed";
  static final String REASON = "reason";
  static final String EXPIRED = "expired";

  private final AgencyZones zones;
  private final AnalyticsMetrics metrics;
  private KeyValueStore<String, Contributed> contributed;

  CellDeltas(AgencyZones zones, AnalyticsMetrics metrics) {
    this.zones = zones;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<String, Delta> context) {
    super.init(context);
    contributed = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<String, Fact> record) {
    @Nullable Contributed kept = contributed.get(record.key());
    Map<String, Amount> before = kept == null ? Map.of() : kept.cells();
    @Nullable Fact fact = record.value();
    if (fact == null && isExpired(record)) {
      contributed.delete(record.key());
      return;
    }
    Map<String, Amount> now = fact == null ? Map.of() : contributions(fact);
    Map<String, Delta> deltas = Delta.between(before, now);
    if (!deltas.isEmpty()) {
      keep(record.key(), now);
      deltas.forEach((cell, delta) -> forward(record, cell, delta));
    }
  }

  private Map<String, Amount> contributions(Fact fact) {
    Map<String, Amount> cells = new LinkedHashMap<>();
    Contributions.of(fact, zones.of(fact.key().agency()))
        .forEach((key, amount) -> cells.put(key.text(), amount));
    return cells;
  }

  private void keep(String fact, Map<String, Amount> now) {
    if (now.isEmpty()) {
      contributed.delete(fact);
    } else {
      contributed.put(fact, new Contributed(now));
    }
  }

  private void forward(Record<String, Fact> record, String cell, Delta delta) {
    CellKey key = CellKey.parse(cell);
    delta.plus().forEach(amount -> metrics.time(key, amount));
    context().forward(new Record<>(cell, delta, record.timestamp(), record.headers()));
  }

  private static boolean isExpired(Record<String, Fact> record) {
    Header reason = record.headers().lastHeader(REASON);
    return reason != null && EXPIRED.equals(new String(reason.value(), StandardCharsets.US_ASCII));
  }
}
