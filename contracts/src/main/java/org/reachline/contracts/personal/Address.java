package org.reachline.contracts.personal;

/** Where a person is reached, such as {@code tel:+15550100199}. */
public final class Address extends Personal {
  public Address(String value) {
    super(value);
  }
}
