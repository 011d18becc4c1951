package org.reachline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the frames that the cues of a text may set off, without asking each frame. Many frames have
 * a need in common: each need has a number and is looked at once for a text.
 */
final class FrameIndex {
  private final List<Frame> frames;
  private final List<BitSet> needs = new ArrayList<>();

  /** The needs of each frame, in its order. */
  private final int[][] needsOf;

  /** By cue, the needs that it meets. */
  private final BitSet[] metBy;

  /** By need, the frames that have none rarer; a need with few cues is seldom met. */
  private final BitSet[] framesOf;

  FrameIndex(List<Frame> frames) {
    this.frames = List.copyOf(frames);
    var numbers = new HashMap<BitSet, Integer>();
    needsOf = frames.stream().map(frame -> numbers(frame, numbers)).toArray(int[][]::new);
    int cues = needs.stream().mapToInt(BitSet::length).max().orElse(0);
    metBy = sets(cues);
    framesOf = sets(needs.size());
    for (int need = 0; need < needs.size(); need++) {
      int number = need;
      needs.get(need).stream().forEach(cue -> metBy[cue].set(number));
    }
    for (int frame = 0; frame < needsOf.length; frame++) {
      framesOf[rarest(needsOf[frame])].set(frame);
    }
  }

  private int[] numbers(Frame frame, Map<BitSet, Integer> numbers) {
    return frame.needs().stream().mapToInt(need -> number(need, numbers)).toArray();
  }

  private int number(BitSet need, Map<BitSet, Integer> numbers) {
    Integer known = numbers.putIfAbsent(need, needs.size());
    if (known == null) {
      needs.add(need);
      return needs.size() - 1;
    }
    return known;
  }

  private static BitSet[] sets(int count) {
    var sets = new BitSet[count];
    for (int i = 0; i < count; i++) {
      sets[i] = new BitSet();
    }
    return sets;
  }

  private int rarest(int[] some) {
    return Arrays.stream(some)
        .boxed()
        .min(Comparator.comparingInt(need -> needs.get(need).cardinality()))
        .orElseThrow();
  }

  int size() {
    return frames.size();
  }

  Frame get(int number) {
    return frames.get(number);
  }

  /** Numbers of the frames all of whose needs are met somewhere in the text. */
  BitSet possible(BitSet present) {
    var met = new BitSet(needs.size());
    for (int cue = present.nextSetBit(0);
        cue >= 0 && cue < metBy.length;
        cue = present.nextSetBit(cue + 1)) {
      met.or(metBy[cue]);
    }
    var found = new BitSet(frames.size());
    for (int need = met.nextSetBit(0); need >= 0; need = met.nextSetBit(need + 1)) {
      found.or(framesOf[need]);
    }
    for (int frame = found.nextSetBit(0); frame >= 0; frame = found.nextSetBit(frame + 1)) {
      if (!allIn(needsOf[frame], met)) {
        found.clear(frame);
      }
    }
    return found;
  }

  private static boolean allIn(int[] numbers, BitSet set) {
    for (int number : numbers) {
      if (!set.get(number)) {
        return false;
      }
    }
    return true;
  }

  /** Numbers of the needs of a frame. */
  int[] needs(int frame) {
    return needsOf[frame];
  }

  /** The cues that meet a need, by its number; never changed. */
  BitSet need(int number) {
    return needs.get(number);
  }

  int needCount() {
    return needs.size();
  }
}
