package org.reachline.notifier;

/** Nothing is wrong with the record: the same thing may succeed in a moment. */
public abstract class TryAgain extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected TryAgain(String message) {
    super(message);
  }
}
