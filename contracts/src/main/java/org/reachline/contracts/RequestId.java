package org.reachline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One rejected provider request kept as evidence. */
public record RequestId(@JsonValue String value) implements Id {
  @JsonCreator
  public RequestId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
