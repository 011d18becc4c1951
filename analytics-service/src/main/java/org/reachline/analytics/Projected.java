package org.reachline.analytics;

import org.reachline.analytics.core.Fact;

/** What came of a record. */
sealed interface Projected {
  /** One milestone, as a fact that knows nothing else yet. */
  record News(Fact fact) implements Projected {}

  /** Unusable: a pointer to where it lies, whose headers say all. */
  record Pointer() implements Projected {}
}
