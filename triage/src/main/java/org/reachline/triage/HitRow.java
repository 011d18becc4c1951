package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Cues in order of their first word: what lies over a place is found among the few before it. One
 * thread only.
 */
final class HitRow {
  /** Nothing is ever added to it. */
  static final HitRow EMPTY = new HitRow();

  private final List<Hit> hits = new ArrayList<>();

  private int longest;
  private int last;

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

  /** Cues that cover this one and pass the test. */
  List<Hit> covering(Hit hit, Predicate<Hit> test) {
    List<Hit> found = List.of();
    for (int i = firstToCover(hit); i < hits.size() && hits.get(i).first() <= hit.first(); i++) {
      if (hits.get(i).end() >= hit.end() && test.test(hits.get(i))) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(hits.get(i));
      }
    }
    return found;
  }

  /** Whether a cue covers this one and passes the test. */
  boolean anyCovering(Hit hit, Predicate<Hit> test) {
    for (int i = firstToCover(hit); i < hits.size() && hits.get(i).first() <= hit.first(); i++) {
      if (hits.get(i).end() >= hit.end() && test.test(hits.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** None before this place covers it. */
  private int firstToCover(Hit hit) {
    return firstAt(firstToReach(hit.end()));
  }

  /** No cue that begins before this word ends at {@code end} or later. */
  int firstToReach(int end) {
    return end - longest;
  }

  /**
   * Whoever asks goes through the text from its first word on: the next answer is near the last.
   */
  private int firstAt(int token) {
    while (last > 0 && hits.get(last - 1).first() >= token) {
      last--;
    }
    while (last < hits.size() && hits.get(last).first() < token) {
      last++;
    }
    return last;
  }
}
