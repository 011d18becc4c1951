package org.reachline.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Where in the row of marked cues each cue stands, and which of them a modifier reached: sets of
 * places, so that a frame looks only at what it may use however long the text is. One thread only.
 */
final class Places {
  private final BitSet cues;
  private final BitSet[] byCue;
  private final BitSet removed = new BitSet();
  private final BitSet lowered = new BitSet();
  private final BitSet laughedAt = new BitSet();

  /**
   * @param cues numbers of all cues in the row
   */
  Places(List<Marked> marked, BitSet cues) {
    this.cues = cues;
    byCue = new BitSet[cues.length()];
    cues.stream().forEach(cue -> byCue[cue] = new BitSet());
    for (int i = 0; i < marked.size(); i++) {
      Marked m = marked.get(i);
      byCue[m.hit().cue()].set(i);
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
  List<BitSet> meeting(Frame frame) {
    var found = new ArrayList<BitSet>(frame.needs().size());
    frame.needs().forEach(need -> found.add(meeting(need)));
    return found;
  }

  private BitSet meeting(BitSet need) {
    var found = new BitSet();
    var present = (BitSet) need.clone();
    present.and(cues);
    for (int cue = present.nextSetBit(0); cue >= 0; cue = present.nextSetBit(cue + 1)) {
      found.or(byCue[cue]);
    }
    return found;
  }

  /** All places that meet a need, but those that a modifier takes away from such a frame. */
  BitSet alive(Frame frame, List<BitSet> meeting) {
    var alive = new BitSet();
    meeting.forEach(alive::or);
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
