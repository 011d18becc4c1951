package org.reachline.triage.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.reachline.triage.Rules;

/** Prints how well the rules do on labelled sets and on ordinary messages. */
final class ScoreCommand {
  private static final List<Measure> MISSES =
      List.of(Measure.C, Measure.A, Measure.H, Measure.E, Measure.L, Measure.K);

  private final Score score;
  private final PrintStream out;

  private ScoreCommand(Score score, PrintStream out) {
    this.score = score;
    this.out = out;
  }

  static int run(Arguments arguments, PrintStream out) throws IOException {
    arguments.expect(
        1, Integer.MAX_VALUE, "score DIR|FILE ... [--misses] [--json] [--rules PATH [--alone]]");
    List<Labelled> lines = LabelledFiles.read(arguments.operands());
    if (lines.isEmpty()) {
      throw Complaint.of("no lines to score");
    }
    Rules rules = RuleSource.chosen(arguments);
    Score score = Score.of(Judged.all(lines, rules));
    if (arguments.has("--json")) {
      out.println(ScoreJson.of(score, rules.version(), arguments.has("--misses"), MISSES));
    } else {
      new ScoreCommand(score, out).print(rules.version(), arguments.has("--misses"));
    }
    return Main.OK;
  }

  private void print(String version, boolean misses) {
    out.printf(
        "%d lines, rules %s; share [95 %% interval] hits/lines%n", score.lines().size(), version);
    if (score.hasLabels()) {
      score.groups().forEach(this::group);
      out.printf(
          Locale.ROOT, "%ngap of A: en-es %.3f, en-mix %.3f%n", score.gap("es"), score.gap("mix"));
    }
    if (score.hasOrdinary()) {
      out.printf("%nper 1,000 ordinary messages%n");
      out.printf("  alarms (at least elevated)  %s%n", score.alarms().perThousand());
      out.printf("  pages  (at least high)      %s%n", score.pages().perThousand());
    }
    if (score.unassessed() > 0) {
      out.printf("%nUNASSESSED %d (counted as not found)%n", score.unassessed());
    }
    if (misses) {
      MISSES.forEach(m -> ids(m.name() + " " + m.meaning() + ", against it", score.missed(m)));
      ids("ordinary messages that raise an alarm", score.ordinaryAlarms());
    }
  }

  private void group(String name, Map<Measure, Share> measures) {
    out.printf("%n%s%n", name);
    measures.forEach(
        (measure, share) -> {
          if (share.of() > 0) {
            out.printf("  %s  %-42s %s%n", measure.name(), measure.meaning(), share.describe());
          }
        });
  }

  private void ids(String title, List<String> ids) {
    if (!ids.isEmpty()) {
      out.printf("%n%s (%d)%n", title, ids.size());
      ids.forEach(id -> out.println("  " + id));
    }
  }
}
