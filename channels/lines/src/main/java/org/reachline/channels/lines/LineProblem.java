package org.reachline.channels.lines;

import static java.util.Objects.requireNonNull;

/**
 * One thing wrong with the lines file. The line it concerns does not run; the others do.
 *
 * @param file the file
 * @param line the line's id, or its place such as {@code lines[2]} while it has none
 * @param field what is wrong, such as {@code settings.address}
 * @param advice what to do about it; never quotes a value
 */
public record LineProblem(String file, String line, String field, String advice) {
  public LineProblem {
    requireNonNull(file, "file");
    requireNonNull(line, "line");
    requireNonNull(field, "field");
    requireNonNull(advice, "advice");
  }

  /** One readable line. */
  public String text() {
    return file + ": line " + line + ", " + field + ": " + advice;
  }
}
