package org.reachline.triage;

/** What a piece of evidence did to the result. */
public enum Effect {
  /** Took part in a frame that fired at its full level. */
  RAISES,
  /** Took part in a frame whose level a modifier lowered. */
  LOWERED,
  /** Was taken out by a harmless reading. */
  REMOVED,
  /** Is the modifier that lowered or removed another cue. */
  LOWERS,
  /** Orders the queue inside a level. */
  ORDERS
}
