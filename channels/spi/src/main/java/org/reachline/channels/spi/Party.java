package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The sender of a message.
 *
 * @param address where an answer goes
 * @param alternatives other addresses the provider gave for the same person
 * @param name what the person calls themselves
 */
public record Party(Address address, List<Address> alternatives, Stated<String> name) {
  public Party {
    requireNonNull(address);
    alternatives = List.copyOf(alternatives);
    requireNonNull(name);
  }
}
