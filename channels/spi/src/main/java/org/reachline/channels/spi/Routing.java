package org.reachline.channels.spi;

import java.util.List;

/** How the line of a request is found before it is verified. */
public sealed interface Routing {
  /** The request names no line; the URL alone does. */
  record ByUrl() implements Routing {}

  /**
   * Keys found in the request, unverified, best first. The first that is configured decides whose
   * secret is tried; where none is, the URL decides.
   */
  record Candidates(List<ChannelKey> keys) implements Routing {
    public Candidates {
      keys = List.copyOf(keys);
    }
  }
}
