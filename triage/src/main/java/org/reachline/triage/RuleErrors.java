package org.reachline.triage;

import java.util.List;
import java.util.stream.Collectors;

/** All mistakes of a rule set, together, so that one reading repairs them all. */
public record RuleErrors(List<RuleError> errors) {
  public RuleErrors {
    errors = List.copyOf(errors);
  }

  /** One mistake per line, as {@code file:line: expected ...}. */
  public String describe() {
    return errors.stream().map(RuleError::describe).collect(Collectors.joining("\n"));
  }

  /** One mistake. */
  public record RuleError(String file, int line, String expected) {
    /** As {@code file:line: expected ...}. */
    public String describe() {
      return file + ":" + line + ": expected " + expected;
    }
  }
}
