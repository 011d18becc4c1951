package org.reachline.trust.web;

import java.util.List;

/** The configuration has mistakes. The message lists all of them with their full keys. */
public final class Misconfigured extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Misconfigured(List<String> mistakes) {
    super(String.join("\n", mistakes.stream().sorted().distinct().toList()));
  }
}
