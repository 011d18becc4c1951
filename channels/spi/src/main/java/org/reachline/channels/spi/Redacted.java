package org.reachline.channels.spi;

/** How values that must not be printed describe themselves: what they are and how long. */
final class Redacted {
  private Redacted() {}

  static String sized(String kind, String value) {
    return kind + "(" + value.length() + ")";
  }
}
