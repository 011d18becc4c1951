package org.reachline.triage;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Cuts a text into folded words and keeps, for each, the span of the original it came from. Folding
 * takes away case, accents, zero-width characters and apostrophes and reads look-alike letters, so
 * that spelling habits do not hide a word.
 */
final class Fold {
  /** Receives the words in order; whoever asks for words alone leaves the rest out. */
  interface Words {
    /** A word, or a symbol the rules know; both end at {@code end}, exclusive. */
    void word(String folded, int start, int end);

    /** A line ends here: words may still belong together across it. */
    default void line() {}

    /** A sentence ends here. */
    default void sentence() {}

    /** A clause ends here. */
    default void clause() {}

    /** The last words, one for each letter here, are one word: "s u i c i d e". */
    default void spelled(String letters) {}

    /** Whether these letters are a word of the rules; asked where the writing leaves it open. */
    default boolean spells(String letters) {
      return false;
    }

    /** Whether this character is a word of its own, such as a danger emoji. */
    default boolean knows(int symbol) {
      return false;
    }
  }

  private static final String APOSTROPHES =
      "\u00b4\u02b9\u02bb\u02bc\u02bd\u02c8\u02ca\u02cb\u055a\u05f3\u1fbd\u1fbf\u1fef\u1ffd"
          + "\u2018\u2019\u201b\u2032\u2035\ua78c\uff07\uff40";

  private static final int LONGEST = 24;

  private static final char DELETE = '\u007f';

  /** Stands for a picture within a text. */
  private static final char OBJECT = '\ufffc';

  private final String text;
  private final Words out;
  private final StringBuilder word = new StringBuilder();
  private int start;
  private int end;
  private boolean fraction;
  private boolean foreign;

  private Fold(String text, Words out) {
    this.text = text;
    this.out = out;
  }

  static void fold(String text, Words out) {
    var runs = new LetterRuns(text, out);
    new Fold(text, runs).run();
    runs.end();
  }

  private void run() {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (c < 128) {
        ascii((char) c, i, next);
      } else {
        other(c, i, next);
      }
      i = next;
    }
    flush();
  }

  private void ascii(char c, int at, int next) {
    if (fraction && isDigit(at)) {
      end = next;
    } else if (isLetterOrDigit(c) || ((c == '@' || c == '$') && letterFollows(next))) {
      append(c, at, next);
    } else if (c == '.' && isDecimal(at, next)) {
      fraction = true;
    } else if (c == '.' && isPause(at, next)) {
      flush();
      out.line();
    } else if (c == '.' && word.length() == 1 && letterFollows(next)) {
      flush(); // initials and spelled-out words are no sentence end
    } else if (c == '!' && !word.isEmpty() && letterFollows(next)) {
      exclamation(at, next);
    } else if (c != '\'' && c != '`' && !isUnseen(c)) {
      separate(c);
    }
  }

  /**
   * Control characters but blanks and line ends: a page shows the word as if they were not there.
   */
  private static boolean isUnseen(char c) {
    return c < ' ' && !Character.isWhitespace(c) || c == DELETE;
  }

  /** Amid letters it is an i or an l where that makes a word, as in "k!ll", else a sentence end. */
  private void exclamation(int at, int next) {
    int to = endOfWord(next);
    if (to - next == LONGEST) {
      separate('!'); // no word is as long
      return;
    }
    String whole = word + text.substring(at, to).toLowerCase(Locale.ROOT);
    if (out.spells(whole.replace('!', 'i'))) {
      append('i', at, next);
    } else if (out.spells(whole.replace('!', 'l'))) {
      append('l', at, next);
    } else {
      separate('!');
    }
  }

  /** Where the letters that follow end, over further exclamation marks amid them. */
  private int endOfWord(int from) {
    int to = from;
    while (to < Math.min(text.length(), from + LONGEST)
        && (isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '!' && letterFollows(to + 1))) {
      to++;
    }
    return to;
  }

  /** Two dots and more are a pause: they part a phrase no more than a line end does. */
  private boolean isPause(int at, int next) {
    return isDot(at - 1) || isDot(next);
  }

  /** The fraction of a number is read over: 103.5 is 103. */
  private boolean isDecimal(int at, int next) {
    return !fraction && isDigit(at - 1) && isDigit(next) && Character.isDigit(word.charAt(0));
  }

  private boolean isDigit(int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private boolean isDot(int at) {
    return at >= 0 && at < text.length() && text.charAt(at) == '.';
  }

  private void other(int c, int at, int next) {
    switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          extend(next);
      case Character.FORMAT, Character.SURROGATE -> {}
      default -> {
        if (c != OBJECT) {
          visible(c, at, next);
        }
      }
    }
  }

  private void visible(int c, int at, int next) {
    if (APOSTROPHES.indexOf(c) >= 0) {
      return;
    }
    if (out.knows(c)) {
      flush();
      out.word(Character.toString(c), at, next);
      return;
    }
    decompose(c, at, next);
  }

  private void decompose(int c, int at, int next) {
    String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    for (int i = 0; i < parts.length(); ) {
      int part = parts.codePointAt(i);
      if (Character.isLetterOrDigit(part)) {
        append(part, at, next);
      } else if (Character.getType(part) != Character.NON_SPACING_MARK) {
        separate(part);
      }
      i += Character.charCount(part);
    }
  }

  private void append(int c, int at, int next) {
    begin(at, next);
    boolean plain = c < 128;
    word.appendCodePoint(plain ? Character.toLowerCase(c) : c); // a look-alike may be a capital
    foreign |= !plain;
  }

  private void append(char c, int at, int next) {
    begin(at, next);
    word.append(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
  }

  private void begin(int at, int next) {
    if (word.isEmpty()) {
      start = at;
    }
    end = next;
  }

  private void extend(int next) {
    if (!word.isEmpty()) {
      end = next;
    }
  }

  private void separate(int c) {
    flush();
    switch (c) {
      case '\n', '\r', '\u2028', '\u2029', '\u2026' -> out.line();
      case '.', '!', '?', ';', '\u00a1', '\u00bf', '\u3002' -> out.sentence();
      case ',', ':', '(', ')', '-', '/', '\u2013', '\u2014' -> out.clause();
      default -> {}
    }
  }

  private void flush() {
    if (!word.isEmpty()) {
      out.word(foreign ? latin() : word.toString(), start, end);
      word.setLength(0);
      foreign = false;
    }
    fraction = false;
  }

  private String latin() {
    return LookAlikes.latin(word.toString()).toLowerCase(Locale.ROOT);
  }

  private boolean letterFollows(int at) {
    return at < text.length() && Character.isLetter(text.charAt(at));
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
