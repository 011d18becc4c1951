package org.reachline.triage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Slides over the cues of a text, in order, to find all needs of a frame close together. One pass,
 * no nesting.
 */
final class Window {
  private final Frame frame;
  private final List<Marked> cues;
  private final Tokens tokens;
  private final int[] latest;

  private Window(Frame frame, List<Marked> cues, Tokens tokens) {
    this.frame = frame;
    this.cues = cues;
    this.tokens = tokens;
    this.latest = new int[frame.needs().size()];
    Arrays.fill(latest, -1);
  }

  /**
   * The cues of the first place where the frame holds and {@code counts} agrees.
   *
   * @param cues only such as the frame may use, in order
   */
  static Optional<List<Hit>> match(
      Frame frame, List<Marked> cues, Tokens tokens, Predicate<List<Hit>> counts) {
    return new Window(frame, cues, tokens).slide(counts);
  }

  private Optional<List<Hit>> slide(Predicate<List<Hit>> counts) {
    for (int i = 0; i < cues.size(); i++) {
      note(i);
      if (complete(i)) {
        List<Hit> hits = together();
        if (counts.test(hits)) {
          return Optional.of(hits);
        }
      }
    }
    return Optional.empty();
  }

  private void note(int index) {
    for (int need = 0; need < latest.length; need++) {
      if (frame.needs().get(need).get(hit(index).cue())) {
        latest[need] = index;
      }
    }
  }

  private boolean complete(int newest) {
    int first = earliest();
    return first >= 0 && place(hit(newest)) - tokens.place(hit(first).first()) < frame.window();
  }

  private int earliest() {
    int first = Integer.MAX_VALUE;
    for (int index : latest) {
      first = Math.min(first, index);
    }
    return first;
  }

  /** Everything the frame may use from its first cue to the end of the window. */
  private List<Hit> together() {
    int first = earliest();
    int end = tokens.place(hit(first).first()) + frame.window();
    return cues.stream()
        .skip(first)
        .map(Marked::hit)
        .takeWhile(h -> tokens.place(h.first()) < end)
        .filter(h -> place(h) < end)
        .toList();
  }

  /** Of its last word. */
  private int place(Hit hit) {
    return tokens.place(hit.end() - 1);
  }

  private Hit hit(int index) {
    return cues.get(index).hit();
  }
}
