package org.reachline.contracts.crash;

import java.util.EnumSet;
import java.util.Set;

/** How one port call goes wrong. */
public enum Mode {
  /** The process dies; the effect was not applied. */
  CRASH_BEFORE,
  /** The effect was applied; the process dies before it sees the reply. */
  CRASH_AFTER,
  /** An error is answered; the effect was not applied. */
  ERROR_BEFORE,
  /** An error is answered, yet the effect was applied. */
  ERROR_AFTER,
  /** The effect was applied twice; the reply is that of the second time. */
  TWICE,
  /** The effect was applied; another instance takes over and finishes before the reply arrives. */
  DELAYED,
  /**
   * The process freezes before the call; another instance takes over and finishes; then the effect
   * is applied. Not among {@link #USUAL}: it asks the in-memory ports to fence as the real ones do.
   */
  STALLED;

  /** What every flow must stand. */
  public static final Set<Mode> USUAL = Set.copyOf(EnumSet.complementOf(EnumSet.of(STALLED)));

  boolean crashes() {
    return this == CRASH_BEFORE || this == CRASH_AFTER;
  }
}
