package org.reachline.notifier.oncall.core;

/** How far one text to one person is. */
public enum AttemptState {
  PLANNED,
  SENDING,
  ACCEPTED,
  DELIVERED,
  FAILED,
  UNDELIVERED,
  UNKNOWN,
  CANCELLED;

  /** Whether the person cannot have it and will not get it. */
  public boolean isDead() {
    return this == FAILED || this == UNDELIVERED || this == CANCELLED;
  }
}
