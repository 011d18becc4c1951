package org.reachline.triage;

import java.util.List;

/** A frame or a risk cue that was found, and the cues that made it. */
record Fired(
    String rule,
    Category category,
    Severity level,
    boolean lowered,
    boolean unsupported,
    List<Hit> hits) {
  FiredRule named() {
    return new FiredRule(rule, category, level, lowered, unsupported);
  }
}
