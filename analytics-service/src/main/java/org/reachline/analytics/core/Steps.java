package org.reachline.analytics.core;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All milestones of one kind on one fact: the earliest ones, at most {@value #KEPT}, and the last.
 * The smallest few and the largest of a set do not depend on the order it was filled in, which a
 * count of what was left out would.
 */
public record Steps(List<Milestone> first, Milestone last) {
  static final int KEPT = 64;

  public Steps {
    first = List.copyOf(first);
    requireNonNull(last, "last");
  }

  static Steps of(Milestone milestone) {
    return new Steps(List.of(milestone), milestone);
  }

  Steps union(Steps other) {
    Map<String, Milestone> byEvent = new TreeMap<>();
    first.forEach(m -> byEvent.merge(m.event(), m, Milestone::with));
    other.first.forEach(m -> byEvent.merge(m.event(), m, Milestone::with));
    List<Milestone> earliest = byEvent.values().stream().sorted().limit(KEPT).toList();
    return new Steps(earliest, last.compareTo(other.last) >= 0 ? last : other.last);
  }

  Milestone earliest() {
    return first.getFirst();
  }
}
