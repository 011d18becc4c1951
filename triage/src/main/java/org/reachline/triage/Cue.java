package org.reachline.triage;

/**
 * A named group of phrases that mean the same.
 *
 * @param category of a {@link CueType#RISK}, else {@link Category#NONE}
 * @param level of a {@link CueType#RISK}, else {@link Severity#NONE}
 * @param idiom laughter beside it makes it harmless
 */
record Cue(String id, CueType type, Category category, Severity level, boolean idiom) {
  /** A danger that was denied, is long past or small: it raises no alert. */
  boolean isMildRisk() {
    return type == CueType.RISK && !level.atLeast(Severity.ELEVATED);
  }

  /** Whether it names a danger by itself, such as a weapon or a body that does not move. */
  boolean isSign() {
    return type.isSign() && !isMildRisk();
  }
}
