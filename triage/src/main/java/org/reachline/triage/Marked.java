package org.reachline.triage;

import java.util.List;
import java.util.Set;

/**
 * A cue in the text together with what the modifiers did to it.
 *
 * @param by the modifiers that reached it
 */
record Marked(Hit hit, Cue cue, Set<Modifier> marks, List<Hit> by) {
  boolean removed() {
    return marks.contains(Modifier.BENIGN) || marks.contains(Modifier.MEDIA);
  }

  boolean lowered() {
    return marks.contains(Modifier.NEGATED) || marks.contains(Modifier.FAR_PAST);
  }

  boolean laughedOff(Severity level) {
    return marks.contains(Modifier.LAUGHTER) && !level.atLeast(Severity.IMMINENT);
  }
}
