package org.reachline.triage.cli;

import java.util.Arrays;
import java.util.List;
import org.reachline.triage.Evidence;

/** Sets brackets around the matched spans of a message; spans that meet become one. */
final class Marks {
  private Marks() {}

  static String in(String text, List<Evidence> evidence) {
    boolean[] marked = new boolean[text.length()];
    evidence.forEach(e -> Arrays.fill(marked, e.start(), e.end(), true));
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean before = i > 0 && marked[i - 1];
      if (marked[i] != before) {
        out.append(marked[i] ? '[' : ']');
      }
      out.append(text.charAt(i));
    }
    boolean open = text.length() > 0 && marked[text.length() - 1];
    return out.append(open ? "]" : "").toString();
  }
}
