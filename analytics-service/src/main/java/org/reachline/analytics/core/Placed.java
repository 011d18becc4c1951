package org.reachline.analytics.core;

import static java.util.Objects.requireNonNull;

/** A milestone, and the fact it belongs to. */
public record Placed(FactKey key, Milestone milestone) {
  public Placed {
    requireNonNull(key, "key");
    requireNonNull(milestone, "milestone");
  }

  /** What is known if this is all that is known. */
  public Fact fact() {
    return Fact.of(key, milestone);
  }
}
