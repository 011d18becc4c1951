package org.reachline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The effort to get a person onto a crisis, derived from what opened it. */
public record EscalationId(@JsonValue String value) implements Id {
  @JsonCreator
  public EscalationId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
