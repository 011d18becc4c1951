package org.reachline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * The tenant: a short code of 2 to 31 characters, a letter first, then letters, digits and hyphens.
 */
public record AgencyId(@JsonValue String value) {
  @JsonCreator
  public AgencyId {
    Objects.requireNonNull(value, "agency");
    if (!isCode(value, 0, value.length())) {
      throw new IllegalArgumentException(
          "not an agency code: a-z first, then a-z, 0-9 or -, 2 to 31 long");
    }
  }

  static boolean isCode(String text, int from, int to) {
    int length = to - from;
    return length >= 2
        && length <= 31
        && isLetter(text.charAt(from))
        && text.chars()
            .skip(from)
            .limit(length)
            .allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '-');
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z';
  }

  @Override
  public String toString() {
    return value;
  }
}
