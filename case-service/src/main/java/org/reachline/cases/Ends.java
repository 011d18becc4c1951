package org.reachline.cases;

import org.reachline.cases.core.Risk;

/**
 * What is read of a text: all of it, but of a very long one its two ends, so that no text takes a
 * reader long.
 *
 * @param text what is read
 * @param skipped how many characters of the middle are not in it
 */
record Ends(String text, int skipped) {
  private static final int END = 10_000;

  static Ends of(String whole) {
    int skipped = whole.length() - 2 * END;
    return skipped <= 0
        ? new Ends(whole, 0)
        : new Ends(whole.substring(0, END) + '\n' + whole.substring(END + skipped), skipped);
  }

  /**
   * What was found, with its places as they are in the whole text. Where nothing pages a person
   * must read the middle, which nobody has.
   */
  Risk inWhole(Risk found) {
    if (skipped > 0 && !found.severity().pages()) {
      return Risk.unassessed("UNREADABLE", found.why().rulesVersion());
    }
    return found.at(this::place);
  }

  private int place(int at) {
    return skipped == 0 || at <= END ? at : at - 1 + skipped;
  }

  /** Names no text. */
  @Override
  public String toString() {
    return "Ends[length=" + text.length() + ", skipped=" + skipped + "]";
  }
}
