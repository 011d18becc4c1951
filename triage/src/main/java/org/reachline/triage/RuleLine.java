package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a rule file that says something.
 *
 * @param overlay the line belongs to an agency's own file, which may add but never weaken
 */
record RuleLine(String file, int number, boolean overlay, String raw) {

  static List<RuleLine> of(RuleFile file, boolean overlay) {
    var found = new ArrayList<RuleLine>();
    List<String> lines = withoutMark(file.content()).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        found.add(new RuleLine(file.name(), i + 1, overlay, line));
      }
    }
    return found;
  }

  /** Some editors put a byte order mark before the first line. */
  private static String withoutMark(String content) {
    return content.startsWith("\ufeff") ? content.substring(1) : content;
  }

  boolean indented() {
    return Character.isWhitespace(raw.charAt(0));
  }

  String text() {
    return raw.strip();
  }

  List<String> words() {
    return split(raw);
  }

  /** The first word of a line at the margin; empty for an indented line. */
  String opens() {
    if (indented()) {
      return "";
    }
    int end = 1;
    while (end < raw.length() && !Character.isWhitespace(raw.charAt(end))) {
      end++; // a line of weights is long: its other words are left alone
    }
    return raw.substring(0, end);
  }

  /** What follows the first word. */
  String rest() {
    return raw.substring(opens().length()).strip();
  }

  /** The words before an equals sign. */
  List<String> left() {
    return split(rest().substring(0, equalsSign()));
  }

  /** What follows an equals sign. */
  String right() {
    return rest().substring(equalsSign() + 1).strip();
  }

  private int equalsSign() {
    int equals = rest().indexOf('=');
    Malformed.expect(equals > 0, words().getFirst() + " NAME = VALUE");
    return equals;
  }

  static List<String> split(String line) {
    var words = new ArrayList<String>();
    int start = -1;
    for (int i = 0; i <= line.length(); i++) {
      boolean blank = i == line.length() || Character.isWhitespace(line.charAt(i));
      if (blank && start >= 0) {
        words.add(line.substring(start, i));
        start = -1;
      } else if (!blank && start < 0) {
        start = i;
      }
    }
    return words;
  }
}
