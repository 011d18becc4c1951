package org.reachline.triage;

/**
 * How soon a person has to look, lowest first: the order of the constants is the order of urgency.
 */
public enum Severity {
  /** Nothing of concern was said. */
  NONE,
  /** Kept visible, raises no alert. */
  LOW,
  /** A person reviews it the same day. */
  ELEVATED,
  /** Pages the on-call person. */
  HIGH,
  /** Pages at once, on every channel. */
  IMMINENT;

  /** True when this level is at least as urgent as {@code other}. */
  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  /** The more urgent of the two. */
  public Severity max(Severity other) {
    return atLeast(other) ? this : other;
  }

  /** The less urgent of the two. */
  public Severity min(Severity other) {
    return atLeast(other) ? other : this;
  }

  /** This level lowered by a number of steps, never below {@link #NONE}. */
  public Severity lowered(long steps) {
    return values()[(int) Math.max(0, ordinal() - steps)];
  }
}
