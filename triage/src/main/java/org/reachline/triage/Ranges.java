package org.reachline.triage;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Ranges of numbers that phrases name, such as an age or a temperature, cut where any of them
 * begins or ends: each piece is one word, so that a number in a text is one word though it is in
 * dozens of ranges. Immutable.
 */
final class Ranges {
  private static final int[] NONE = {};

  private final int[] borders;
  private final int firstPiece;

  /** By the number of a range. */
  private final int[][] pieces;

  /** Two bounds, inclusive, and the number by which phrases call what lies between them. */
  record Range(int low, int high, int id) {}

  /**
   * Cuts the ranges.
   *
   * @param firstPiece the first word number that nothing else has
   */
  Ranges(List<Range> ranges, int firstPiece) {
    var cuts = new TreeSet<Integer>();
    for (Range range : ranges) {
      cuts.add(range.low());
      cuts.add(range.high() + 1);
    }
    borders = cuts.stream().mapToInt(Integer::intValue).toArray();
    this.firstPiece = firstPiece;
    pieces = new int[firstPiece][];
    Arrays.fill(pieces, NONE);
    for (Range range : ranges) {
      pieces[range.id()] = IntStream.range(piece(range.low()), piece(range.high()) + 1).toArray();
    }
  }

  /** The word that this number is; below all ranges {@link Lexicon#NONE}. */
  int piece(int number) {
    int at = Arrays.binarySearch(borders, number);
    int from = at >= 0 ? at : -at - 2;
    return from < 0 ? Lexicon.NONE : firstPiece + from;
  }

  /** The words that a range stands for, rising; none when it is no range. */
  int[] pieces(int range) {
    return range < pieces.length ? pieces[range] : NONE;
  }
}
