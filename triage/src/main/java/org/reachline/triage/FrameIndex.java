package org.reachline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
  private final int[][] metBy;

  /** By need, the frames that have none rarer; a need with few cues is seldom met. */
  private final BitSet[] framesOf;

  FrameIndex(List<Frame> frames) {
    this.frames = List.copyOf(frames);
    var numbers = new HashMap<BitSet, Integer>();
    needsOf = frames.stream().map(frame -> numbers(frame, numbers)).toArray(int[][]::new);
    int cues = needs.stream().mapToInt(BitSet::length).max().orElse(0);
    metBy = IntStream.range(0, cues).mapToObj(this::needsMetBy).toArray(int[][]::new);
    framesOf = sets(needs.size());
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

  private int[] needsMetBy(int cue) {
    return IntStream.range(0, needs.size()).filter(need -> needs.get(need).get(cue)).toArray();
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

  /** Cues with this number and above play no part in any frame. */
  int cueCount() {
    return metBy.length;
  }

  /**
   * Numbers of the frames all of whose needs are met somewhere, in one block of the text and the
   * next: all others are out of reach of each other.
   *
   * @param present the cues of the text, below {@link #cueCount}
   * @param blocks by cue, in which blocks of the text it stands, one bit for each
   */
  BitSet possible(BitSet present, long[] blocks) {
    var met = new long[needs.size()];
    var found = new BitSet(frames.size());
    for (int cue = present.nextSetBit(0); cue >= 0; cue = present.nextSetBit(cue + 1)) {
      for (int need : metBy[cue]) {
        if (met[need] == 0) {
          found.or(framesOf[need]);
        }
        met[need] |= blocks[cue];
      }
    }
    for (int frame = found.nextSetBit(0); frame >= 0; frame = found.nextSetBit(frame + 1)) {
      if (!sideBySide(needsOf[frame], met)) {
        found.clear(frame);
      }
    }
    return found;
  }

  private static boolean sideBySide(int[] numbers, long[] met) {
    long both = -1;
    for (int number : numbers) {
      both &= met[number] | met[number] >>> 1;
    }
    return both != 0;
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
