package org.reachline.triage;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in the row of marked cues each cue stands, and which of them a modifier reached: sets of
 * places, so that a frame looks only at what it may use however long the text is. One thread only.
 */
final class Places {
  /** As many as a number has bits. */
  private static final int BLOCKS = Long.SIZE;

  private final FrameIndex frames;
  private final BitSet cues = new BitSet();
  private final @Nullable BitSet[] byNeed;

  /** By cue, its last place in the row, one counted on; 0 where it does not stand in the text. */
  private final int[] last;

  /** By place, where its cue stands before, counted in the same way. */
  private final int[] before;

  /** By cue, which blocks of the text it stands in: no frame is wider than one. */
  private final long[] blocks;

  private final BitSet removed = new BitSet();
  private final BitSet lowered = new BitSet();
  private final BitSet laughedAt = new BitSet();

  Places(List<Marked> marked, Tokens tokens, FrameIndex frames) {
    this.frames = frames;
    byNeed = new BitSet[frames.needCount()];
    last = new int[frames.cueCount()];
    blocks = new long[frames.cueCount()];
    before = new int[marked.size()];
    int block = Math.max(Frame.WIDE, tokens.count() / BLOCKS + 1);
    for (int i = 0; i < marked.size(); i++) {
      Marked m = marked.get(i);
      if (m.hit().cue() < last.length) {
        add(i, m.hit().cue(), tokens.place(m.hit().first()) / block);
        if (!m.marks().isEmpty()) {
          removed.set(i, m.removed());
          lowered.set(i, m.lowered());
          laughedAt.set(i, m.marks().contains(Modifier.LAUGHTER));
        }
      }
    }
  }

  private void add(int place, int cue, int block) {
    cues.set(cue);
    before[place] = last[cue];
    last[cue] = place + 1;
    blocks[cue] |= 1L << block;
  }

  /** Numbers of the frames whose needs may be met close together. */
  BitSet possible() {
    return frames.possible(cues, blocks);
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
      for (int place = last[cue]; place > 0; place = before[place - 1]) {
        found.set(place - 1);
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
