package org.reachline.cases.core;

import java.util.Locale;

/** Why a command was not done. The code is public; the status is HTTP's. */
public enum Refusal {
  /** The case changed since it was read. */
  STALE(412),
  /** Somebody must read something first: another's reply, a STOP, a crisis, another address. */
  NEWER(409),
  /** The client does not want messages. */
  OPTED_OUT(409),
  /** The case is closed. */
  CLOSED(409),
  /** A crisis lacks a disposition. */
  IN_CRISIS(409),
  /** A message arrived that the closer had not seen. */
  UNSEEN(409),
  /** Too many changed the case at once. */
  BUSY(503),
  /** Nothing to send. */
  EMPTY(422),
  /** More than a message can hold. */
  TOO_LONG(422),
  /** No such colleague, or one who works on no cases. */
  UNKNOWN_WORKER(422),
  /** A reason or outcome that is not on the list. */
  UNKNOWN_CODE(422);

  private final int status;

  Refusal(int status) {
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The stable code, such as {@code opted-out}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
