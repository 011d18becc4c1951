package org.reachline.triage;

import static java.util.Objects.requireNonNull;

/** One kind of crisis found and how urgent it is. */
public record Finding(Category category, Severity severity) {
  public Finding {
    requireNonNull(category);
    requireNonNull(severity);
    if (category == Category.NONE || severity == Severity.NONE) {
      throw new IllegalArgumentException("a finding is never none");
    }
  }
}
