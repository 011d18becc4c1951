package org.reachline.analytics.insights;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reachline.analytics.core.CellKey;
import org.reachline.analytics.core.Grain;
import org.reachline.contracts.AgencyId;

/** Cells in memory, by the rules of the real store. */
final class InMemoryCells implements CellStore {
  private final Map<CellKey, KeptCell> cells = new ConcurrentHashMap<>();

  @Override
  public void keep(Collection<KeptCell> kept) {
    kept.forEach(cell -> cells.merge(cell.key(), cell, (a, b) -> a.isNewerThan(b) ? a : b));
  }

  @Override
  public List<KeptCell> recent(AgencyId agency, Instant days) {
    return cells.values().stream()
        .filter(kept -> kept.key().agency().equals(agency) && !kept.cell().isEmpty())
        .filter(kept -> isRecent(kept.key(), days))
        .toList();
  }

  private static boolean isRecent(CellKey key, Instant days) {
    return key.grain() == Grain.OPEN || (key.grain() == Grain.DAY && !key.bucket().isBefore(days));
  }
}
