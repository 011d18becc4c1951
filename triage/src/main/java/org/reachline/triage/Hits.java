package org.reachline.triage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The cues of one text by type, in order of their first word; neighbours are found without reading
 * the whole text.
 */
final class Hits {
  /** No modifier and no longer phrase reaches further than this many words. */
  private static final int NEAR = 40;

  private final List<Hit> all;
  private final Map<CueType, List<Hit>> byType = new EnumMap<>(CueType.class);

  Hits(List<Hit> inOrder, Rules rules) {
    all = inOrder;
    for (Hit hit : inOrder) {
      byType.computeIfAbsent(rules.cue(hit).type(), _ -> new ArrayList<>()).add(hit);
    }
  }

  List<Hit> all() {
    return all;
  }

  List<Hit> of(CueType type) {
    return byType.getOrDefault(type, List.of());
  }

  boolean anyNear(CueType type, Hit hit, Predicate<Hit> test) {
    return !near(type, hit, test).isEmpty();
  }

  /** Cues of this type close to the hit that pass the test. */
  List<Hit> near(CueType type, Hit hit, Predicate<Hit> test) {
    List<Hit> candidates = of(type);
    if (candidates.isEmpty()) {
      return candidates;
    }
    return within(candidates, hit.first() - NEAR, hit.first() + NEAR, test);
  }

  /** Whether a cue of any type covers this one and passes the test. */
  boolean anyCovering(Hit hit, Predicate<Hit> test) {
    return !within(all, hit.first() - NEAR, hit.first(), o -> o.covers(hit) && test.test(o))
        .isEmpty();
  }

  /** Whether a cue of this type covers this one and passes the test. */
  boolean anyCovering(CueType type, Hit hit, Predicate<Hit> test) {
    return !within(of(type), hit.first() - NEAR, hit.first(), o -> o.covers(hit) && test.test(o))
        .isEmpty();
  }

  private static List<Hit> within(List<Hit> hits, int from, int to, Predicate<Hit> test) {
    List<Hit> found = List.of();
    for (int i = firstAt(hits, from); i < hits.size() && hits.get(i).first() <= to; i++) {
      if (test.test(hits.get(i))) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(hits.get(i));
      }
    }
    return found;
  }

  private static int firstAt(List<Hit> hits, int token) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).first() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
