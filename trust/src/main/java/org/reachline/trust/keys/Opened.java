package org.reachline.trust.keys;

/** What opening a seal gave. A seal that does not open is bad input, not a surprise. */
public sealed interface Opened<T> {
  /** The content. */
  record Content<T>(T value) implements Opened<T> {}

  /** Moved, altered, or sealed by keys we do not hold. */
  record Unreadable<T>() implements Opened<T> {}
}
