package org.reachline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * The personal part of a record: one authenticated ciphertext as unpadded base64url, bound to its
 * agency, place and id.
 */
public record Sealed(@JsonValue String box) {
  @JsonCreator
  public Sealed {
    Objects.requireNonNull(box, "sealed");
  }

  @Override
  public String toString() {
    return "Sealed[" + box.length() + "]";
  }
}
