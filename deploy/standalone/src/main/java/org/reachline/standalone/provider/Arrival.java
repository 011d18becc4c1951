package org.reachline.standalone.provider;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/** A message as it shows on a phone. */
public record Arrival(
    String sid, String from, String to, String body, List<String> media, Instant at) {
  public Arrival {
    requireNonNull(sid);
    requireNonNull(from);
    requireNonNull(to);
    requireNonNull(body);
    media = List.copyOf(media);
    requireNonNull(at);
  }

  @Override
  public String toString() {
    return "Arrival[" + sid + " at " + at + "]";
  }
}
