package org.reachline.triage;

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
}
