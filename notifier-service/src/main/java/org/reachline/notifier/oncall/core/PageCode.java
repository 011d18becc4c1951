package org.reachline.notifier.oncall.core;

import java.util.random.RandomGenerator;

/**
 * The three characters people call a page by. Random, so it says nothing; without characters that
 * look or sound like another, and never a word, because a digit is in it.
 */
public final class PageCode {
  static final String DIGITS = "34679";
  static final String LETTERS = "CDFGHJKMNPQRTVWXY";
  private static final String ALL = DIGITS + LETTERS;
  private static final int LENGTH = 3;

  private PageCode() {}

  /** A code with at least one digit and one letter. The digits 1 and 2 are the answers. */
  public static String random(RandomGenerator random) {
    String code;
    do {
      StringBuilder drawn = new StringBuilder(LENGTH);
      for (int i = 0; i < LENGTH; i++) {
        drawn.append(ALL.charAt(random.nextInt(ALL.length())));
      }
      code = drawn.toString();
    } while (!isMixed(code));
    return code;
  }

  /** Whether it could be a code, in upper case. */
  public static boolean isCode(String text) {
    return text.length() == LENGTH
        && text.chars().allMatch(c -> ALL.indexOf(c) >= 0)
        && isMixed(text);
  }

  private static boolean isMixed(String code) {
    return code.chars().anyMatch(c -> DIGITS.indexOf(c) >= 0)
        && code.chars().anyMatch(c -> LETTERS.indexOf(c) >= 0);
  }
}
