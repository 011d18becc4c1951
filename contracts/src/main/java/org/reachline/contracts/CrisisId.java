package org.reachline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One concern raised from a message, derived from that message. */
public record CrisisId(@JsonValue String value) implements Id {
  @JsonCreator
  public CrisisId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
