package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What one request held, in its own order, and the answer the provider expects. */
public record Inbound(List<Item> items, HttpAnswer answer) {
  public Inbound {
    items = List.copyOf(items);
    requireNonNull(answer);
  }
}
