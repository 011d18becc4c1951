package org.reachline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One attempt to reach one staff member by one method. */
public record PageId(@JsonValue String value) implements Id {
  @JsonCreator
  public PageId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
