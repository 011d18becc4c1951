package org.reachline.trust.keys;

/**
 * Keys are missing, wrong or unreadable. The message says what to do and names files and agencies
 * only.
 */
public final class KeyTrouble extends RuntimeException {
  private static final long serialVersionUID = 1;

  public KeyTrouble(String message) {
    super(message);
  }

  public KeyTrouble(String message, Throwable cause) {
    super(message, cause);
  }
}
