package org.reachline.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where in the row of marked cues each cue stands, and which of them a modifier reached: sets of
 * places, so that a frame looks only at what it may use however long the text is. One thread only.
 */
final class Places {
  private final BitSet cues = new BitSet();
  private final Map<Integer, BitSet> byCue = new HashMap<>();
  private final BitSet removed = new BitSet();
  private final BitSet lowered = new BitSet();
  private final BitSet laughedAt = new BitSet();

  Places(List<Marked> marked) {
    for (int i = 0; i < marked.size(); i++) {
      Marked m = marked.get(i);
      cues.set(m.hit().cue());
      byCue.computeIfAbsent(m.hit().cue(), _ -> new BitSet()).set(i);
      if (!m.marks().isEmpty()) {
        removed.set(i, m.removed());
        lowered.set(i, m.lowered());
        laughedAt.set(i, m.marks().contains(Modifier.LAUGHTER));
      }
    }
  }

  /** Numbers of all cues of the text. */
  BitSet cues() {
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
      found.or(byCue.getOrDefault(cue, found));
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
