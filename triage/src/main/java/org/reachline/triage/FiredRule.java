package org.reachline.triage;

import static java.util.Objects.requireNonNull;

/**
 * A frame or a risk cue that a message set off, for the people who write rules.
 *
 * @param rule id of the frame or cue
 * @param level what it gave in the end
 * @param lowered a modifier held it back
 * @param unsupported it needs the learned layer's support and had none
 */
public record FiredRule(
    String rule, Category category, Severity level, boolean lowered, boolean unsupported) {
  public FiredRule {
    requireNonNull(rule);
    requireNonNull(category);
    requireNonNull(level);
  }
}
