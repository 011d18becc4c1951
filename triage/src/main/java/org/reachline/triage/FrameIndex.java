package org.reachline.triage;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the frames that the cues of a text may set off, without asking each frame. */
final class FrameIndex {
  private final List<Frame> frames;
  private final Map<Integer, BitSet> byCue = new HashMap<>();

  FrameIndex(List<Frame> frames) {
    this.frames = List.copyOf(frames);
    for (int i = 0; i < this.frames.size(); i++) {
      int number = i;
      rarest(this.frames.get(i)).stream()
          .forEach(cue -> byCue.computeIfAbsent(cue, _ -> new BitSet()).set(number));
    }
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
    present.stream()
        .forEach(
            cue -> {
              BitSet found = byCue.get(cue);
              if (found != null) {
                near.or(found);
              }
            });
    return near.stream().mapToObj(frames::get).filter(f -> f.possible(present)).toList();
  }
}
