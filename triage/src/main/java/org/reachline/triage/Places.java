package org.reachline.triage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in the row of marked cues each cue stands, and which of them a modifier reached: sets of
 * places, so that a frame looks only at what it may use however long the text is. One thread only.
 */
final class Places {
  private final BitSet cues;
  private final FrameIndex frames;
  private final @Nullable BitSet[] byNeed;

  /** By cue, its last place in the row, and by place, where its cue stands before; else -1. */
  private final int[] last;

  private final int[] before;
  private final BitSet removed = new BitSet();
  private final BitSet lowered = new BitSet();
  private final BitSet laughedAt = new BitSet();

  /**
   * @param cues numbers of all cues in the row
   */
  Places(List<Marked> marked, BitSet cues, FrameIndex frames) {
    this.cues = cues;
    this.frames = frames;
    byNeed = new BitSet[frames.needCount()];
    last = new int[cues.length()];
    before = new int[marked.size()];
    Arrays.fill(last, -1);
    for (int i = 0; i < marked.size(); i++) {
      Marked m = marked.get(i);
      before[i] = last[m.hit().cue()];
      last[m.hit().cue()] = i;
      if (!m.marks().isEmpty()) {
        removed.set(i, m.removed());
        lowered.set(i, m.lowered());
        laughedAt.set(i, m.marks().contains(Modifier.LAUGHTER));
      }
    }
  }

  /** Numbers of all cues of a text. */
  static BitSet cues(List<Marked> marked) {
    var cues = new BitSet();
    for (Marked m : marked) {
      cues.set(m.hit().cue());
    }
    return cues;
  }

  /** For each need of a frame the places that meet it. */
  BitSet[] meeting(int frame) {
    int[] needs = frames.needs(frame);
    var found = new BitSet[needs.length];
    for (int i = 0; i < needs.length; i++) {
      found[i] = placesOf(needs[i]);
    }
    return found;
  }

  private BitSet placesOf(int need) {
    BitSet known = byNeed[need];
    if (known == null) {
      known = meeting(frames.need(need));
      byNeed[need] = known;
    }
    return known;
  }

  private BitSet meeting(BitSet need) {
    var found = new BitSet(before.length);
    var present = (BitSet) need.clone();
    present.and(cues);
    for (int cue = present.nextSetBit(0); cue >= 0; cue = present.nextSetBit(cue + 1)) {
      for (int place = last[cue]; place >= 0; place = before[place]) {
        found.set(place);
      }
    }
    return found;
  }

  /** All places that meet a need, but those that a modifier takes away from such a frame. */
  BitSet alive(Frame frame, BitSet[] meeting) {
    var alive = new BitSet();
    for (BitSet places : meeting) {
      alive.or(places);
    }
    alive.andNot(removed);
    if (!frame.level().atLeast(Severity.IMMINENT)) { // nobody laughs that off
      alive.andNot(laughedAt);
    }
    return alive;
  }

  /** Those of these places that no modifier lowers. */
  BitSet full(BitSet alive) {
    var full = (BitSet) alive.clone();
    full.andNot(lowered);
    return full;
  }
}
