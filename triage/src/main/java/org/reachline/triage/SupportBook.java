package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rules that count in full only with the learned layer's support, while they are read. */
final class SupportBook {
  private final List<Named> named = new ArrayList<>();

  /** A rule's id and the line that names it. */
  private record Named(String rule, RuleLine line) {}

  /** A line {@code support RULE RULE ...}: frames and risk cues of the core. */
  void line(RuleLine line) {
    List<String> words = line.words();
    Malformed.expect(words.size() > 1, "support RULE ...");
    words.subList(1, words.size()).forEach(rule -> named.add(new Named(rule, line)));
  }

  /** What is imminent never waits for support. */
  void check(CueBook cues, List<Frame> frames, Mistakes mistakes) {
    for (Named one : named) {
      Severity level = level(one.rule(), cues, frames);
      if (level == Severity.NONE) {
        mistakes.add(one.line(), "the id of a frame or RISK cue, got " + one.rule());
      } else if (level.atLeast(Severity.IMMINENT)) {
        mistakes.add(one.line(), "no imminent rule: it stands alone, got " + one.rule());
      }
    }
  }

  private static Severity level(String rule, CueBook cues, List<Frame> frames) {
    for (Frame frame : frames) {
      if (frame.id().equals(rule)) {
        return frame.level();
      }
    }
    return cues.cues().stream()
        .filter(cue -> cue.id().equals(rule))
        .map(Cue::level)
        .findFirst()
        .orElse(Severity.NONE);
  }

  Set<String> rules() {
    var rules = new TreeSet<String>();
    named.forEach(one -> rules.add(one.rule()));
    return rules;
  }
}
