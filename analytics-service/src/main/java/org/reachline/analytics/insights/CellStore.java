package org.reachline.analytics.insights;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.reachline.contracts.AgencyId;

/**
 * Where cells are kept after the topic has moved on. Safe for any thread; blocks; any failure is an
 * exception, after which the same cells may be kept again.
 */
interface CellStore {
  /** Keeps each cell unless a newer one is there. The same ones again change nothing. */
  void keep(Collection<KeptCell> cells);

  /** What is open now, and the days from a moment on. */
  List<KeptCell> recent(AgencyId agency, Instant days);
}
