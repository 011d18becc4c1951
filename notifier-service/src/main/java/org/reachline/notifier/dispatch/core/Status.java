package org.reachline.notifier.dispatch.core;

/** How far a message is. What the provider says only moves it forward. */
public enum Status {
  PLANNED,
  SENDING,
  UNCERTAIN,
  SENT,
  DELIVERED,
  READ,
  FAILED,
  REFUSED,
  WINDOW_CLOSED;

  /** Whether it may still have to be sent. */
  public boolean isOpen() {
    return this == PLANNED || this == SENDING;
  }
}
