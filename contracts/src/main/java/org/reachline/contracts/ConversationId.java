package org.reachline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One client address with one agency: the unit of order and the key of most topics. */
public record ConversationId(@JsonValue String value) implements Id {
  @JsonCreator
  public ConversationId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
