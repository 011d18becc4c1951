package org.reachline.triage;

import java.util.List;
import java.util.stream.Collectors;

/** All mistakes of a rule file, together, so that one reading repairs them all. */
public record RuleErrors(String file, List<RuleError> errors) {
  public RuleErrors {
    errors = List.copyOf(errors);
  }

  /** One mistake per line, as {@code file:line: expected ...}. */
  public String describe() {
    return errors.stream()
        .map(e -> file + ":" + e.line() + ": expected " + e.expected())
        .collect(Collectors.joining("\n"));
  }

  /** One mistake. */
  public record RuleError(int line, String expected) {}
}
