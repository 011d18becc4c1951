package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules that count in full only with the learned layer's support, while they are read. What is
 * imminent and what an agency adds never waits for it.
 */
final class SupportBook {
  /** Every rule of the core from elevated up that is not imminent. */
  private static final String ALL = "*";

  private final List<Mention> supported = new ArrayList<>();
  private final List<Mention> alone = new ArrayList<>();
  private boolean all;

  /** A rule's id and the line that names it. */
  private record Mention(String rule, RuleLine line) {}

  /** A line {@code support *} or {@code support RULE RULE ...}. */
  void support(RuleLine line) {
    List<String> rules = rules(line, "support * or support RULE ...");
    if (rules.equals(List.of(ALL))) {
      all = true;
    } else {
      rules.forEach(rule -> supported.add(new Mention(rule, line)));
    }
  }

  /** A line {@code alone RULE RULE ...}: rules that have proven themselves, out of all. */
  void alone(RuleLine line) {
    rules(line, "alone RULE ...").forEach(rule -> alone.add(new Mention(rule, line)));
  }

  private static List<String> rules(RuleLine line, String form) {
    List<String> words = line.words();
    Malformed.expect(words.size() > 1, form);
    return words.subList(1, words.size());
  }

  /** The rules that wait, once all of the core are known. */
  Set<String> rules(List<Cue> core, List<Frame> frames, Mistakes mistakes) {
    var waiting = new TreeSet<String>();
    if (all) {
      frames.stream().filter(f -> mayWait(f.level())).forEach(f -> waiting.add(f.id()));
      core.stream().filter(c -> mayWait(c.level())).forEach(c -> waiting.add(c.id()));
    }
    for (Mention one : supported) {
      check(one, core, frames, mistakes);
      waiting.add(one.rule());
    }
    for (Mention one : alone) {
      check(one, core, frames, mistakes);
      waiting.remove(one.rule());
    }
    return waiting;
  }

  private static boolean mayWait(Severity level) {
    return level.atLeast(Severity.ELEVATED) && !level.atLeast(Severity.IMMINENT);
  }

  private static void check(Mention one, List<Cue> core, List<Frame> frames, Mistakes mistakes) {
    Severity level = level(one.rule(), core, frames);
    if (level == Severity.NONE) {
      mistakes.add(one.line(), "the id of a frame or RISK cue, got " + one.rule());
    } else if (level.atLeast(Severity.IMMINENT)) {
      mistakes.add(one.line(), "no imminent rule: it stands alone, got " + one.rule());
    }
  }

  private static Severity level(String rule, List<Cue> core, List<Frame> frames) {
    for (Frame frame : frames) {
      if (frame.id().equals(rule)) {
        return frame.level();
      }
    }
    return core.stream()
        .filter(cue -> cue.id().equals(rule))
        .map(Cue::level)
        .findFirst()
        .orElse(Severity.NONE);
  }
}
