package org.reachline.contracts.personal;

import static java.util.Objects.requireNonNull;

/**
 * The sealed part of a message to a client.
 *
 * @param to the address of the message it answers
 * @param text the words
 */
public record OutboundContent(Address to, MessageText text) {
  public OutboundContent {
    requireNonNull(to, "to");
    requireNonNull(text, "text");
  }
}
