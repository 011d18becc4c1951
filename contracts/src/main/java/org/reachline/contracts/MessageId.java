package org.reachline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One message, inbound or outbound. For an inbound message it is derived from the line and the
 * provider's own id, so a redelivery has the same id.
 */
public record MessageId(@JsonValue String value) implements Id {
  @JsonCreator
  public MessageId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
