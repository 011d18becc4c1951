package org.reachline.triage;

import static java.util.Objects.requireNonNull;

/**
 * Where in the message a cue stands and what it did; never the words themselves.
 *
 * @param start first UTF-16 unit of the span in the original message
 * @param end one past the last UTF-16 unit
 * @param cue stable code, explained by {@link CueText}
 * @param level its weight: the highest level a rule gave with its help; none where it gave none
 */
public record Evidence(
    int start, int end, String cue, CueType type, Effect effect, Severity level) {
  public Evidence {
    requireNonNull(cue);
    requireNonNull(type);
    requireNonNull(effect);
    requireNonNull(level);
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("span");
    }
  }
}
