package org.reachline.contracts;

import java.util.Objects;

/**
 * An id that travels: {@code <agency>.<key version>.<base32>}. The last part is a keyed
 * pseudo-random function of what the thing was made from, so the id is stable, opaque and bound to
 * its agency.
 */
public sealed interface Id
    permits CaseId,
        ClientId,
        CommandId,
        ConversationId,
        CrisisId,
        EscalationId,
        MessageId,
        PageId,
        RequestId,
        StaffId {

  /** The whole id as it is written everywhere. */
  String value();

  /** The agency in front of the first dot. */
  default AgencyId agency() {
    return new AgencyId(value().substring(0, value().indexOf('.')));
  }

  /** The part after the second dot, for deriving a further id of the same thing. */
  default String body() {
    return value().substring(value().lastIndexOf('.') + 1);
  }

  /**
   * Refuses what is not {@code <agency>.<digits>.<4 to 64 characters of a-z and 2-7>}.
   *
   * @throws IllegalArgumentException without repeating the value, which may come from outside
   */
  static void check(String value) {
    Objects.requireNonNull(value, "id");
    int first = value.indexOf('.');
    int second = value.indexOf('.', first + 1);
    boolean shaped = first > 0 && second > first + 1 && value.indexOf('.', second + 1) < 0;
    if (!shaped
        || !AgencyId.isCode(value, 0, first)
        || !isDigits(value, first + 1, second)
        || !isBase32(value, second + 1)) {
      throw new IllegalArgumentException("not an id of the form agency.version.base32");
    }
  }

  /** Whether {@link #check} would accept the value. */
  static boolean isValid(String value) {
    try {
      check(value);
      return true;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static boolean isDigits(String value, int from, int to) {
    return to - from <= 6
        && value.chars().skip(from).limit(to - from).allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isBase32(String value, int from) {
    int length = value.length() - from;
    return length >= 4
        && length <= 64
        && value.chars().skip(from).allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'));
  }
}
