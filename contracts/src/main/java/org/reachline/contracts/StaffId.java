package org.reachline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One staff member, as the agency's staff file names them. A code, never a name. */
public record StaffId(@JsonValue String value) implements Id {
  @JsonCreator
  public StaffId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
