package org.reachline.channels.lines;

import java.nio.file.Path;
import java.util.List;

/** Collects what is wrong with one line of a file. */
record Problems(Path file, String line, List<LineProblem> all) {
  /** Says it, unless the field has been named already: the first reason is the nearest. */
  void add(String field, String advice) {
    LineProblem problem = new LineProblem(file.toString(), line, field, advice);
    if (all.stream().noneMatch(other -> sameField(other, problem))) {
      all.add(problem);
    }
  }

  private static boolean sameField(LineProblem one, LineProblem other) {
    return one.line().equals(other.line()) && one.field().equals(other.field());
  }

  Problems of(String other) {
    return new Problems(file, other, all);
  }

  /** A name from the file as it may stand in a log: short and of plain characters. */
  static String plain(String name) {
    return name.matches("[A-Za-z0-9._-]{1,64}") ? name : "(unprintable)";
  }
}
