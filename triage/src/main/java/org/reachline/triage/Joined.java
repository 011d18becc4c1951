package org.reachline.triage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The client's messages of the last minutes and this one as one text: a cue may be split over two
 * messages. Of the earlier ones {@link Context} keeps the last 2,000 characters; this one is whole.
 *
 * @param isNews none of the earlier ones raised an alarm by itself
 */
record Joined(String text, int joint, List<Part> parts, boolean isNews) {
  private static final Duration TOGETHER = Duration.ofMinutes(10);

  Joined {
    parts = List.copyOf(parts);
  }

  /** Where an earlier message lies in the joined text. */
  record Part(String ref, int start, int end) {}

  static Joined of(String message, Context context) {
    var text = new StringBuilder();
    var parts = new ArrayList<Part>();
    boolean alarmed = false;
    for (Context.Earlier earlier : context.earlier()) {
      if (Duration.between(earlier.at(), context.now()).abs().compareTo(TOGETHER) <= 0) {
        join(earlier, text, parts);
        alarmed |= earlier.severity().atLeast(Severity.ELEVATED);
      }
    }
    return new Joined(
        text.toString() + message, text.length(), parts, !parts.isEmpty() && !alarmed);
  }

  private static void join(Context.Earlier earlier, StringBuilder text, List<Part> parts) {
    if (!earlier.text().isEmpty()) { // of long ones the context keeps the end alone
      parts.add(new Part(earlier.ref(), text.length(), text.length() + earlier.text().length()));
      text.append(earlier.text()).append('\n');
    }
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Names neither text. */
  @Override
  public String toString() {
    return "Joined[parts=" + parts.size() + "]";
  }
}
