package org.reachline.embedded;

/** Why a broker or store could not be brought up, in one sentence an operator can act on. */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotStart(String message) {
    super(message);
  }

  CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
