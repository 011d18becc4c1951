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
  private final List<BitSet> meeting;
  private final List<Marked> marked;
  private final Tokens tokens;
  private final int[] latest;

  /**
   * @param width words of the window
   * @param meeting for each need the places in the row of marked cues that meet it
   */
  Window(int width, List<BitSet> meeting, List<Marked> marked, Tokens tokens) {
    this.width = width;
    this.meeting = meeting;
    this.marked = marked;
    this.tokens = tokens;
    this.latest = new int[meeting.size()];
  }

  /** The cues of the first window in which these places meet all needs and the test agrees. */
  Optional<List<Hit>> match(BitSet usable, Predicate<List<Hit>> counts) {
    Arrays.fill(latest, -1);
    for (int at = usable.nextSetBit(0); at >= 0; at = usable.nextSetBit(at + 1)) {
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
      if (meeting.get(need).get(at)) {
        latest[need] = at;
      }
    }
  }

  private boolean complete(int newest) {
    int first = earliest();
    return first >= 0 && place(hit(newest)) - tokens.place(hit(first).first()) < width;
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
    int end = tokens.place(hit(first).first()) + width;
    var found = new ArrayList<Hit>();
    for (int at = first;
        at >= 0 && tokens.place(hit(at).first()) < end;
        at = usable.nextSetBit(at + 1)) {
      if (place(hit(at)) < end) {
        found.add(hit(at));
      }
    }
    return List.copyOf(found);
  }

  /** Of its last word. */
  private int place(Hit hit) {
    return tokens.place(hit.end() - 1);
  }

  private Hit hit(int at) {
    return marked.get(at).hit();
  }
}
