package org.reachline.notifier.oncall;

import java.util.List;

/** The on-call file cannot be used. Every mistake, each with file, agency and field. */
public final class OnCallTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> mistakes;

  OnCallTrouble(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** One line each. */
  public List<String> mistakes() {
    return mistakes;
  }
}
