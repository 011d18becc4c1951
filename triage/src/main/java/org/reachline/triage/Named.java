package org.reachline.triage;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Reads the types, categories and levels that a rule file names; whoever errs is shown all. */
final class Named {
  private Named() {}

  static CueType type(String word) {
    return oneOf(EnumSet.allOf(CueType.class), word, "one of the types ");
  }

  /** A category of crises. */
  static Category category(String word) {
    var crises = EnumSet.complementOf(EnumSet.of(Category.NONE));
    return oneOf(crises, word, "one of the categories ");
  }

  /** A level that says something. */
  static Severity level(String word) {
    var levels = EnumSet.complementOf(EnumSet.of(Severity.NONE));
    return oneOf(levels, word, "one of the levels ");
  }

  private static <E extends Enum<E>> E oneOf(Set<E> allowed, String word, String expected) {
    var names = new StringBuilder();
    for (E each : allowed) {
      if (each.name().equals(word.toUpperCase(Locale.ROOT))) {
        return each;
      }
      names.append(names.isEmpty() ? "" : " ").append(written(each));
    }
    throw new Malformed(expected + names + ", got " + word);
  }

  /** Types stand in capitals in rule files, all else in small letters. */
  private static String written(Enum<?> constant) {
    return constant instanceof CueType ? constant.name() : constant.name().toLowerCase(Locale.ROOT);
  }
}
