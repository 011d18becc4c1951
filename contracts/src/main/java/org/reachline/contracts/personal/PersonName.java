package org.reachline.contracts.personal;

/** What a person is called; empty when nobody has said. */
public final class PersonName extends Personal {
  public PersonName(String value) {
    super(value);
  }
}
