package org.reachline.channels.spi;

import java.util.List;

/** The longest text that one call may carry. */
public sealed interface TextLimit {
  /** Counted in SMS segments: GSM-7 or UCS-2, whichever the text needs. */
  record Segments(int max) implements TextLimit {
    public Segments {
      atLeast(1, max);
    }
  }

  /** Counted as Java counts: a supplementary character is two. */
  record Utf16Units(int max) implements TextLimit {
    public Utf16Units {
      atLeast(2, max);
    }
  }

  /** Counted in bytes of UTF-8. */
  record Bytes(int max) implements TextLimit {
    public Bytes {
      atLeast(4, max);
    }
  }

  /**
   * The text in pieces that each fit; joined they are the text again. Never inside a surrogate
   * pair, and never inside a grapheme (what a person sees as one character) unless that alone is
   * too long. Prefers the gap after a space or a line break. An empty text gives no piece.
   */
  default List<String> split(String text) {
    return new TextSplit(this).split(text);
  }

  private static void atLeast(int character, int max) {
    if (max < character) {
      throw new IllegalArgumentException("a limit must hold at least one character");
    }
  }
}
