package org.reachline.triage;

import static java.util.Objects.requireNonNull;

/**
 * One file of a rule set.
 *
 * @param name for error messages only
 */
public record RuleFile(String name, String content) {
  public RuleFile {
    requireNonNull(name);
    requireNonNull(content);
  }
}
