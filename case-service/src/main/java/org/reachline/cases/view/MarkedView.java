package org.reachline.cases.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A text cut at its evidence. Joined, the pieces are the text; no character is torn. */
final class MarkedView {
  private MarkedView() {}

  /** A piece; mark 0 is none. */
  public record Segment(String text, int mark) {
    @Override
    public String toString() {
      return "Segment[" + mark + "]";
    }
  }

  /**
   * A place in a text.
   *
   * @param start first UTF-16 unit
   * @param end one past the last
   */
  record Span(int start, int end, int mark) {
    /** The same inside a text, with whole characters; empty if nothing of it is inside. */
    Span in(String text) {
      int from = Math.clamp(start, 0, text.length());
      int to = Math.clamp(end, from, text.length());
      return new Span(tears(text, from) ? from - 1 : from, tears(text, to) ? to + 1 : to, mark);
    }

    private static boolean tears(String text, int at) {
      return at > 0
          && at < text.length()
          && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    boolean isEmpty() {
      return end <= start;
    }
  }

  /** Cuts a text; where spans overlap the first one has the words. */
  static List<Segment> cut(String text, List<Span> spans) {
    List<Segment> pieces = new ArrayList<>();
    int at = 0;
    for (Span span : inOrder(text, spans)) {
      int from = Math.max(at, span.start());
      if (from < span.end()) {
        add(pieces, text.substring(at, from), 0);
        add(pieces, text.substring(from, span.end()), span.mark());
        at = span.end();
      }
    }
    add(pieces, text.substring(at), 0);
    return pieces;
  }

  private static List<Span> inOrder(String text, List<Span> spans) {
    return spans.stream()
        .map(span -> span.in(text))
        .filter(span -> !span.isEmpty())
        .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::mark))
        .toList();
  }

  private static void add(List<Segment> pieces, String text, int mark) {
    if (!text.isEmpty()) {
      pieces.add(new Segment(text, mark));
    }
  }
}
