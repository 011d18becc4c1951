package org.reachline.triage;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The cues of one text by type, in order of their first word; neighbours are found without reading
 * the whole text.
 */
final class Hits {
  /** No modifier and no longer phrase reaches further than this many words. */
  private static final int NEAR = 40;

  private static final int TYPES = CueType.values().length;

  private final Rules rules;
  private final HitRow all = new HitRow();
  private final HitRow[] byType = new HitRow[TYPES];

  Hits(Rules rules) {
    this.rules = rules;
    Arrays.fill(byType, HitRow.EMPTY);
  }

  /** Adds one that begins no earlier than those before. */
  void add(Hit hit) {
    all.add(hit);
    rowToAdd(rules.type(hit).ordinal()).add(hit);
  }

  /** A text has cues of few types. */
  private HitRow rowToAdd(int type) {
    if (byType[type] == HitRow.EMPTY) {
      byType[type] = new HitRow();
    }
    return byType[type];
  }

  List<Hit> all() {
    return all.hits();
  }

  List<Hit> of(CueType type) {
    return row(type).hits();
  }

  boolean has(CueType type) {
    return !of(type).isEmpty();
  }

  boolean hasAny(Set<CueType> types) {
    for (CueType type : types) {
      if (has(type)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Cues of this type close to the hit that pass the test, which holds for none that ends before
   * {@code from} or begins after {@code to}.
   */
  List<Hit> near(CueType type, Hit hit, int from, int to, Predicate<Hit> test) {
    HitRow row = row(type);
    return row.beginning(
        Math.max(row.firstToReach(from), hit.first() - NEAR),
        Math.min(to, hit.first() + NEAR),
        test);
  }

  /** Whether {@link #near} finds any. */
  boolean anyNear(CueType type, Hit hit, int from, int to, Predicate<Hit> test) {
    HitRow row = row(type);
    return row.anyBeginning(
        Math.max(row.firstToReach(from), hit.first() - NEAR),
        Math.min(to, hit.first() + NEAR),
        test);
  }

  /** Whether a cue of this type close to the hit passes the test. */
  boolean anyNear(CueType type, Hit hit, Predicate<Hit> test) {
    return row(type).anyBeginning(hit.first() - NEAR, hit.first() + NEAR, test);
  }

  /** Cues of this type that cover this one and pass the test. */
  List<Hit> covering(CueType type, Hit hit, Predicate<Hit> test) {
    return row(type).covering(hit, test);
  }

  /** Whether a cue of any type covers this one and passes the test. */
  boolean anyCovering(Hit hit, Predicate<Hit> test) {
    return all.anyCovering(hit, test);
  }

  /** Whether a longer cue of this type covers this one and passes the test. */
  boolean anyLonger(CueType type, Hit hit, Predicate<Hit> test) {
    return row(type).anyCovering(hit, o -> o.isLongerThan(hit) && test.test(o));
  }

  private HitRow row(CueType type) {
    return byType[type.ordinal()];
  }
}
