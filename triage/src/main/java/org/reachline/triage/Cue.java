package org.reachline.triage;

/**
 * A named group of phrases that mean the same.
 *
 * @param category of a {@link CueType#RISK}, else {@link Category#NONE}
 * @param level of a {@link CueType#RISK}, else {@link Severity#NONE}
 * @param idiom laughter beside it makes it harmless
 */
record Cue(String id, CueType type, Category category, Severity level, boolean idiom) {}
