package org.reachline.triage;

/** What changed the plain reading of the words. */
public enum Modifier {
  /** A negation reached a cue: at most {@link Severity#LOW}. */
  NEGATED,
  /** A far past was named: at most {@link Severity#LOW}. */
  FAR_PAST,
  /** A harmless reading covered a cue. */
  BENIGN,
  /** Laughter stood with an idiom. */
  LAUGHTER,
  /** Film, news or training was named. */
  MEDIA,
  /** Read together with the client's messages of the last minutes. */
  JOINED,
  /** An elevated message soon after a high one. */
  AFTER_HIGH,
  /** The third elevated message of a day. */
  REPEATED,
  /** The agency's cold or heat alert is on. */
  WEATHER,
  /** Worded like labelled crises: the learned layer raised it. */
  LEARNED,
  /** A rule that also fires on harmless words stood without the learned layer's support. */
  UNSUPPORTED
}
