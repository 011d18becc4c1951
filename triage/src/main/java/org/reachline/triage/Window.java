package org.reachline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Slides over the cues of a text, in order, to find all needs of a frame close together. One pass,
 * no nesting.
 */
final class Window {
  private final int width;
  private final BitSet[] meeting;
  private final List<Marked> marked;
  private final Tokens tokens;
  private final int[] latest;

  /**
   * @param width words of the window
   * @param meeting for each need the places in the row of marked cues that meet it
   */
  Window(int width, BitSet[] meeting, List<Marked> marked, Tokens tokens) {
    this.width = width;
    this.meeting = meeting;
    this.marked = marked;
    this.tokens = tokens;
    this.latest = new int[meeting.length];
  }

  /**
   * The first cue that a window with all needs met may hold, or -1 when there is no such window:
   * soon said of a long text, which meets the needs of most frames somewhere.
   */
  int mayBegin() {
    BitSet rarest = meeting[0];
    for (BitSet places : meeting) {
      rarest = places.cardinality() < rarest.cardinality() ? places : rarest;
    }
    for (int at = rarest.nextSetBit(0); at >= 0; at = rarest.nextSetBit(at + 1)) {
      if (allNear(at)) {
        return Ordered.firstFrom(marked, m -> first(m.hit()), first(hit(at)) - width + 1);
      }
    }
    return -1;
  }

  private boolean allNear(int at) {
    for (BitSet places : meeting) {
      if (!isNear(places.previousSetBit(at), at) && !isNear(places.nextSetBit(at), at)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNear(int other, int at) {
    return other >= 0 && Math.abs(first(hit(other)) - first(hit(at))) < width;
  }

  /**
   * The cues of the first window in which these places meet all needs and the test agrees.
   *
   * @param from no window begins before this cue
   */
  Optional<List<Hit>> match(BitSet usable, int from, Predicate<List<Hit>> counts) {
    Arrays.fill(latest, -1);
    for (int at = usable.nextSetBit(from); at >= 0; at = usable.nextSetBit(at + 1)) {
      note(at);
      if (complete(at)) {
        List<Hit> hits = together(usable);
        if (counts.test(hits)) {
          return Optional.of(hits);
        }
      }
    }
    return Optional.empty();
  }

  private void note(int at) {
    for (int need = 0; need < latest.length; need++) {
      if (meeting[need].get(at)) {
        latest[need] = at;
      }
    }
  }

  private boolean complete(int newest) {
    int first = earliest();
    return first >= 0 && last(hit(newest)) - first(hit(first)) < width;
  }

  private int earliest() {
    int first = Integer.MAX_VALUE;
    for (int at : latest) {
      first = Math.min(first, at);
    }
    return first;
  }

  /** Everything the frame may use from its first cue to the end of the window. */
  private List<Hit> together(BitSet usable) {
    int first = earliest();
    int end = first(hit(first)) + width;
    var found = new ArrayList<Hit>();
    for (int at = first; at >= 0 && first(hit(at)) < end; at = usable.nextSetBit(at + 1)) {
      if (last(hit(at)) < end) {
        found.add(hit(at));
      }
    }
    return List.copyOf(found);
  }

  private int first(Hit hit) {
    return tokens.place(hit.first());
  }

  private int last(Hit hit) {
    return tokens.place(hit.end() - 1);
  }

  private Hit hit(int at) {
    return marked.get(at).hit();
  }
}
