package org.reachline.channels.spi;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/** Cuts a text into pieces that fit a limit, between graphemes and by preference between words. */
final class TextSplit {
  private static final int GSM_UNITS = 153;
  private static final int UCS2_UNITS = 67;
  private static final String GSM_BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String GSM_EXTENDED = "^{}\\[~]|€\f";

  private final TextLimit limit;

  TextSplit(TextLimit limit) {
    this.limit = limit;
  }

  List<String> split(String text) {
    var pieces = new ArrayList<String>();
    var budget = Budget.of(limit, text);
    int from = 0;
    while (from < text.length()) {
      int to = end(text, from, budget);
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  private static int end(String text, int from, Budget budget) {
    int fits = lastFit(text, from, budget);
    return fits == text.length() ? fits : afterLastGap(text, from, fits);
  }

  /** The last boundary between graphemes before the budget runs out. */
  private static int lastFit(String text, int from, Budget budget) {
    int hard = budget.furthest(text, from);
    if (hard == text.length()) {
      return hard;
    }
    var graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
    graphemes.setText(text.substring(from, Math.min(text.length(), hard + 64)));
    int cut = graphemes.preceding(hard - from + 1);
    return cut > 0 ? from + cut : hard;
  }

  private static int afterLastGap(String text, int from, int fits) {
    for (int i = fits; i > from + (fits - from) / 2; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return fits;
  }

  /** How many units a piece may have, and what each character costs. */
  private record Budget(int units, IntUnaryOperator cost) {
    static Budget of(TextLimit limit, String text) {
      return switch (limit) {
        case TextLimit.Utf16Units(int max) -> new Budget(max, Character::charCount);
        case TextLimit.Bytes(int max) -> new Budget(max, Budget::utf8);
        case TextLimit.Segments(int max) when text.codePoints().allMatch(c -> gsm(c) > 0) ->
            new Budget(max * GSM_UNITS, Budget::gsm);
        case TextLimit.Segments(int max) -> new Budget(max * UCS2_UNITS, Character::charCount);
      };
    }

    int furthest(String text, int from) {
      int at = from;
      int left = units;
      while (at < text.length()) {
        int codePoint = text.codePointAt(at);
        left -= cost.applyAsInt(codePoint);
        if (left < 0) {
          return at;
        }
        at += Character.charCount(codePoint);
      }
      return at;
    }

    private static int utf8(int codePoint) {
      return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    private static int gsm(int codePoint) {
      return GSM_BASIC.indexOf(codePoint) >= 0 ? 1 : GSM_EXTENDED.indexOf(codePoint) >= 0 ? 2 : 0;
    }
  }
}
