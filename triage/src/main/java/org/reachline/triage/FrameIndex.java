package org.reachline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Finds the frames that the cues of a text may set off, without asking each frame. */
final class FrameIndex {
  private static final int[] NONE = {};

  private final List<Frame> frames;
  private int[][] byCue = {};

  FrameIndex(List<Frame> frames) {
    this.frames = List.copyOf(frames);
    for (int i = 0; i < this.frames.size(); i++) {
      int number = i;
      rarest(this.frames.get(i)).stream().forEach(cue -> add(cue, number));
    }
  }

  private void add(int cue, int frame) {
    int known = byCue.length;
    if (cue >= known) {
      byCue = Arrays.copyOf(byCue, 2 * cue + 1);
      Arrays.fill(byCue, known, byCue.length, NONE);
    }
    int[] before = byCue[cue];
    byCue[cue] = Arrays.copyOf(before, before.length + 1);
    byCue[cue][before.length] = frame;
  }

  /** The need with the fewest cues is the one least often met. */
  private static BitSet rarest(Frame frame) {
    return frame.needs().stream()
        .min(Comparator.comparingInt(BitSet::cardinality))
        .orElseGet(BitSet::new);
  }

  List<Frame> all() {
    return frames;
  }

  /** All of whose needs are met somewhere in the text, in the order of the files. */
  List<Frame> possible(BitSet present) {
    var near = new BitSet();
    for (int cue = present.nextSetBit(0);
        cue >= 0 && cue < byCue.length;
        cue = present.nextSetBit(cue + 1)) {
      for (int frame : byCue[cue]) {
        near.set(frame);
      }
    }
    List<Frame> found = near.isEmpty() ? List.of() : new ArrayList<>();
    for (int i = near.nextSetBit(0); i >= 0; i = near.nextSetBit(i + 1)) {
      if (frames.get(i).possible(present)) {
        found.add(frames.get(i));
      }
    }
    return found;
  }
}
