package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Cues in order of their first word, with the length of the longest: what lies over a place is
 * found among the few before it. One thread only.
 */
final class HitRow {
  /** Nothing is ever added to it. */
  static final HitRow EMPTY = new HitRow();

  private final List<Hit> hits = new ArrayList<>();
  private int longest;

  /** Adds one that begins no earlier than those before. */
  void add(Hit hit) {
    hits.add(hit);
    longest = Math.max(longest, hit.end() - hit.first());
  }

  List<Hit> hits() {
    return hits;
  }

  /** Cues that pass the test and begin at one of these words, the last one included. */
  List<Hit> beginning(int from, int to, Predicate<Hit> test) {
    List<Hit> found = List.of();
    for (int i = firstAt(from); i < hits.size() && hits.get(i).first() <= to; i++) {
      if (test.test(hits.get(i))) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(hits.get(i));
      }
    }
    return found;
  }

  /** Whether a cue passes the test and begins at one of these words, the last one included. */
  boolean anyBeginning(int from, int to, Predicate<Hit> test) {
    for (int i = firstAt(from); i < hits.size() && hits.get(i).first() <= to; i++) {
      if (test.test(hits.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of them has more words. */
  boolean anyLongerThan(Hit hit) {
    return longest > hit.end() - hit.first();
  }

  /** No cue that begins before this word ends at {@code end} or later. */
  int firstToReach(int end) {
    return end - longest;
  }

  private int firstAt(int token) {
    return Ordered.firstFrom(hits, Hit::first, token);
  }
}
