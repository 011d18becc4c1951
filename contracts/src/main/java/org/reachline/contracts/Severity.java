package org.reachline.contracts;

/**
 * How urgent a message is. From {@link #HIGH} on, on-call staff are paged; {@link #UNASSESSED} is
 * shown to people, never read as none.
 */
public enum Severity {
  NONE,
  LOW,
  ELEVATED,
  UNASSESSED,
  HIGH,
  IMMINENT;

  /** Whether a crisis of this severity pages someone. */
  public boolean pages() {
    return this == HIGH || this == IMMINENT;
  }
}
