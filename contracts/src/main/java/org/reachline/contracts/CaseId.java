package org.reachline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One episode of work with a client, derived from what opened it. */
public record CaseId(@JsonValue String value) implements Id {
  @JsonCreator
  public CaseId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
