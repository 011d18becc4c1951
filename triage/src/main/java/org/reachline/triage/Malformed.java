package org.reachline.triage;

import java.util.Arrays;
import java.util.Locale;

/** A line of a rule file is not what was expected; says what was. */
final class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Malformed(String expected) {
    super(expected, null, false, false);
  }

  String expected() {
    return String.valueOf(getMessage());
  }

  static void expect(boolean holds, String expected) {
    if (!holds) {
      throw new Malformed(expected);
    }
  }

  static <E extends Enum<E>> E oneOf(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> c.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new Malformed("a " + type.getSimpleName() + ", got " + name));
  }
}
