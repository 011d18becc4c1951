package org.reachline.contracts.personal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Something about a person. It prints its length only, and the usual serializers refuse it: only
 * the sealing codec writes it, into a ciphertext. Whoever needs the value calls {@link #reveal} and
 * answers for where it goes.
 */
public abstract sealed class Personal permits MessageText, PersonName, Address, MediaAddress {
  private final String value;

  Personal(String value) {
    this.value = Objects.requireNonNull(value, getClass().getSimpleName());
  }

  /**
   * The value itself, exactly as it came. Never for logs, metrics, exceptions, page titles or
   * addresses.
   */
  public final String reveal() {
    return value;
  }

  /** Whether there is nothing in it. */
  public final boolean isEmpty() {
    return value.isEmpty();
  }

  @JsonValue
  @SuppressWarnings("DoNotCallSuggester") // the serializer calls it, and must fail
  final String refuseToBeSerialized() {
    throw new IllegalStateException(getClass().getSimpleName() + " travels sealed only");
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Personal that
        && that.getClass() == getClass()
        && that.value.equals(value);
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "(***" + value.length() + ")";
  }
}
