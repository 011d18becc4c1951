package org.reachline.channels.kit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that people write and programs lose. */
final class HostileTexts {
  static final Map<String, String> ALL = all();

  private HostileTexts() {}

  private static Map<String, String> all() {
    var all = new LinkedHashMap<String, String>();
    all.put("plain", "been outside since 6");
    all.put("a family joined by ZWJ", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67");
    all.put("a skin tone", "\uD83D\uDC4D\uD83C\uDFFD");
    all.put("combining marks, not composed", "e\u0301 n\u0303 o\u0308");
    all.put("right to left", "\u05D0\u05DC \u05EA\u05E2 \u0645\u0631\u062D\u0628\u0627");
    all.put("line and paragraph separators", "a\u2028b\u2029c");
    all.put("line breaks of both kinds", "one\r\ntwo\nthree");
    all.put("outer blanks", "  hello\t ");
    all.put("plus, percent, ampersand, equals", "1+1=2 & 100% %2B;");
    all.put("quotes and markup", "<b>\"'&amp;</b> \\ {}");
    all.put("a byte order mark inside", "a\uFEFFb");
    all.put("a supplementary letter", "\uD835\uDD38 \uD840\uDC00");
    all.put("a zero byte", "a\u0000b");
    return all;
  }
}
