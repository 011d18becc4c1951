package org.reachline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One client record: a person as far as we know. */
public record ClientId(@JsonValue String value) implements Id {
  @JsonCreator
  public ClientId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
