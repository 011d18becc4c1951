package org.reachline.analytics;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reachline.analytics.core.Amount;
import org.reachline.analytics.core.Cell;
import org.reachline.analytics.core.CellKey;
import org.reachline.analytics.core.Contributions;
import org.reachline.analytics.core.Delta;
import org.reachline.analytics.core.Fact;
import org.reachline.analytics.core.FactKey;
import org.reachline.analytics.core.Projection;
import org.reachline.contracts.events.Event;

/** What the figures must be, worked out in one go. */
final class Oracle {
  private Oracle() {}

  /** The truth: all facts first, then each cell from all facts, without any stream. */
  static Map<String, Cell> batch(List<Event> events) {
    return batch(events, Streamed.SEATTLE);
  }

  /** The same by another clock. */
  static Map<String, Cell> batch(List<Event> events, ZoneId zone) {
    Map<FactKey, Fact> facts = new LinkedHashMap<>();
    events.stream()
        .flatMap(event -> Projection.project(event).stream())
        .forEach(placed -> facts.merge(placed.key(), placed.fact(), Fact::union));
    Map<String, Cell> cells = new TreeMap<>();
    facts
        .values()
        .forEach(fact -> Contributions.of(fact, zone).forEach((k, a) -> add(cells, k, a)));
    cells.replaceAll((key, cell) -> Streamed.figure(cell));
    return cells;
  }

  private static void add(Map<String, Cell> cells, CellKey key, Amount amount) {
    Cell before = cells.getOrDefault(key.text(), Cell.none());
    cells.put(key.text(), before.with(new Delta(List.of(amount), List.of())));
  }
}
