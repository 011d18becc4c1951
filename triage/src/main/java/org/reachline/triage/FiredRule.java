package org.reachline.triage;

import static java.util.Objects.requireNonNull;

/**
 * A frame or a risk cue that a message set off, for the people who write rules.
 *
 * @param rule id of the frame or cue
 * @param level what it gave, after any modifier
 * @param lowered a modifier held it back
 */
public record FiredRule(String rule, Category category, Severity level, boolean lowered) {
  public FiredRule {
    requireNonNull(rule);
    requireNonNull(category);
    requireNonNull(level);
  }
}
