package org.reachline.channels.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A split text is the same text, in pieces that fit and that a person can read. */
class TextLimitTest {
  private static final String[] ATOMS = {
    "a",
    " ",
    "word ",
    "\n",
    "\u00e9",
    "e\u0301",
    "\u20ac",
    "{",
    "\uD83D\uDE00",
    "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDE80",
    "\u05D0",
    "\u0000",
    "\uD83D"
  };

  @Test
  void anyTextComesBackWholeInPiecesThatFit() {
    var random = new Random(20260203);
    for (int i = 0; i < 500; i++) {
      String text = text(random, random.nextInt(120));
      int max = 4 + random.nextInt(60);
      assertFits(text, new TextLimit.Utf16Units(max).split(text), max, String::length);
      assertFits(text, new TextLimit.Bytes(max).split(text), max, p -> p.getBytes(UTF_8).length);
      assertFits(text, new TextLimit.Segments(1).split(text), 153, String::length);
    }
  }

  @Test
  void aShortTextIsOnePieceAndAnEmptyOneNone() {
    assertThat(new TextLimit.Utf16Units(5).split("hello")).containsExactly("hello");
    assertThat(new TextLimit.Utf16Units(5).split("")).isEmpty();
  }

  @Test
  void wordsAreKeptTogetherWherePossible() {
    assertThat(new TextLimit.Utf16Units(12).split("come to the shelter now"))
        .containsExactly("come to the ", "shelter now");
  }

  @Test
  void aCharacterOfSeveralPartsIsNotCut() {
    String astronaut = "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDE80";

    assertThat(new TextLimit.Utf16Units(10).split(astronaut + astronaut))
        .containsExactly(astronaut, astronaut);
  }

  @Test
  void aSegmentHoldsLessWhereTheTextNeedsUcs2() {
    assertThat(new TextLimit.Segments(1).split("x".repeat(153))).hasSize(1);
    assertThat(new TextLimit.Segments(1).split("{".repeat(77))).hasSize(2);
    assertThat(new TextLimit.Segments(1).split("\u05D0".repeat(68))).hasSize(2);
  }

  private static String text(Random random, int atoms) {
    return random
        .ints(atoms, 0, ATOMS.length)
        .mapToObj(i -> ATOMS[i])
        .collect(Collectors.joining());
  }

  private static void assertFits(
      String text, List<String> pieces, int max, ToIntFunction<String> size) {
    assertThat(String.join("", pieces)).isEqualTo(text);
    assertThat(pieces).allSatisfy(piece -> assertThat(size.applyAsInt(piece)).isBetween(1, max));
    for (int i = 1; i < pieces.size(); i++) {
      char before = pieces.get(i - 1).charAt(pieces.get(i - 1).length() - 1);
      assertThat(Character.isSurrogatePair(before, pieces.get(i).charAt(0))).isFalse();
    }
  }
}
