package org.reachline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * One configured address of an agency on a channel, written {@code <agency>.<code>}. A code from
 * configuration, never a number.
 */
public record LineId(@JsonValue String value) {
  @JsonCreator
  public LineId {
    Objects.requireNonNull(value, "line");
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a line id of the form agency.code");
    }
  }

  /** Whether a line id can be made of the text. */
  public static boolean isValid(String value) {
    int dot = value.indexOf('.');
    return dot > 0
        && AgencyId.isCode(value, 0, dot)
        && AgencyId.isCode(value, dot + 1, value.length());
  }

  /** The line {@code code} of an agency. */
  public static LineId of(AgencyId agency, String code) {
    return new LineId(agency.value() + "." + code);
  }

  /** The agency the line belongs to. */
  public AgencyId agency() {
    return new AgencyId(value.substring(0, value.indexOf('.')));
  }

  @Override
  public String toString() {
    return value;
  }
}
