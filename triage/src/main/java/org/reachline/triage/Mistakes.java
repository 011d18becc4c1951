package org.reachline.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.reachline.triage.RuleErrors.RuleError;

/** Collects what is wrong with a rule set, so that all of it is told together. */
final class Mistakes {
  private final List<RuleError> errors = new ArrayList<>();

  void add(RuleLine line, String expected) {
    errors.add(new RuleError(line.file(), line.number(), expected));
  }

  void add(String file, int line, String expected) {
    errors.add(new RuleError(file, line, expected));
  }

  void attempt(RuleLine line, Consumer<RuleLine> step) {
    try {
      step.accept(line);
    } catch (Malformed e) {
      add(line, e.expected());
    }
  }

  <T> T attempt(RuleLine line, T before, UnaryOperator<T> step) {
    try {
      return step.apply(before);
    } catch (Malformed e) {
      add(line, e.expected());
      return before;
    }
  }

  boolean none() {
    return errors.isEmpty();
  }

  Rules.Refused refused() {
    errors.sort(Comparator.comparing(RuleError::file).thenComparing(RuleError::line));
    return new Rules.Refused(new RuleErrors(errors));
  }
}
