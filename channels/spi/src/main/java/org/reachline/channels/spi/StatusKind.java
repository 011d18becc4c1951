package org.reachline.channels.spi;

/** The statuses that a provider can report. */
public enum StatusKind {
  QUEUED,
  SENT,
  DELIVERED,
  READ,
  FAILED
}
