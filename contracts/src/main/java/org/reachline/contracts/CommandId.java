package org.reachline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One command of one staff member, derived from their idempotency key. */
public record CommandId(@JsonValue String value) implements Id {
  @JsonCreator
  public CommandId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
