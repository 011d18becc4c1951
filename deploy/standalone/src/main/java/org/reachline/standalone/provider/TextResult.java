package org.reachline.standalone.provider;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What became of a text sent from a phone: every request made for it, the last one last. */
public record TextResult(String sid, List<Attempt> attempts) {
  public TextResult {
    requireNonNull(sid);
    attempts = List.copyOf(attempts);
  }

  /** A webhook took it. */
  public boolean taken() {
    return attempts.getLast().taken();
  }
}
