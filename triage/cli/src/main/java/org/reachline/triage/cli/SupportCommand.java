package org.reachline.triage.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.reachline.triage.Category;
import org.reachline.triage.FiredRule;
import org.reachline.triage.Rules;
import org.reachline.triage.Severity;
import org.reachline.triage.Triage;

/**
 * Writes which rules below imminent stand alone: words that state the crisis itself and hardly ever
 * anything harmless, the client's own death, and frames that fired on many crises and hardly ever
 * on anything harmless. All others say low until the learned layer supports them.
 */
final class SupportCommand {
  private static final int WIDTH = 120;

  /** What a client says of dying stands alone from so many crises to one harmless line. */
  private static final int OWN_DEATH = 2;

  /** A RISK cue stands alone from so many crises to one harmless line. */
  private static final int STATED = 4;

  /** Any rule stands alone that fired on so many crises, and on so many to one harmless line. */
  private static final int PROVEN = 20;

  private static final int PROVEN_TO_ONE = 10;

  private final Map<String, Firings> rules = new TreeMap<>();

  private SupportCommand() {}

  /** How often a rule fired at its own level on crises and on what is none. */
  private static final class Firings {
    private Severity level = Severity.NONE;
    private int crises;
    private int harmless;
    private boolean ownDeath;
    private final boolean risk;

    Firings(boolean risk) {
      this.risk = risk;
    }

    void count(FiredRule fired, boolean crisis) {
      level = level.max(fired.level());
      ownDeath |= fired.category() == Category.SUICIDE_SELF_HARM;
      crises += crisis ? 1 : 0;
      harmless += crisis ? 0 : 1;
    }

    boolean standsAlone() {
      boolean proven = crises >= PROVEN && crises >= PROVEN_TO_ONE * harmless;
      boolean stated = risk && crises >= STATED * Math.max(1, harmless);
      boolean death = ownDeath && crises >= OWN_DEATH * Math.max(1, harmless);
      return (proven || stated || death) && !level.atLeast(Severity.IMMINENT);
    }
  }

  static int run(Arguments arguments, PrintStream out) throws IOException {
    arguments.expect(
        1,
        Integer.MAX_VALUE,
        "support DIR|FILE ... --out FILE [--version NAME] [--except RULE,RULE]"
            + " [--ordinary FILE] [--rules PATH [--alone]]");
    Path target = arguments.out("rules/support.txt");
    var lines = new ArrayList<>(LabelledFiles.read(arguments.operands()));
    if (arguments.has("--ordinary")) {
      Path sent = Path.of(arguments.option("--ordinary", ""));
      lines.addAll(OrdinaryMessages.publicTuningHalf(sent));
    }
    Rules chosen = RuleSource.chosen(arguments);
    List<String> excepted = excepted(arguments, chosen);
    var command = new SupportCommand();
    lines.forEach(line -> command.count(line, chosen));
    command.print(out);
    String version = arguments.option("--version", "0000-00-00.0");
    Files.writeString(target, command.file(version, excepted));
    out.println("written: " + target);
    return Main.OK;
  }

  /** A name mistyped would leave a rule waiting that shall not wait. */
  private static List<String> excepted(Arguments arguments, Rules chosen) {
    if (!arguments.has("--except")) {
      return List.of();
    }
    List<String> named = List.of(arguments.option("--except", "").split(",", -1));
    Set<String> known = chosen.ruleIds();
    List<String> unknown = named.stream().filter(rule -> !known.contains(rule)).toList();
    if (!unknown.isEmpty()) {
      throw Complaint.usage("--except: no frame or RISK cue " + String.join(", ", unknown));
    }
    return named;
  }

  private void count(Labelled line, Rules chosen) {
    boolean crisis = line.severity().atLeast(Severity.ELEVATED);
    for (FiredRule fired : Triage.fired(line.text(), chosen)) {
      boolean full = fired.unsupported() || fired.level().atLeast(Severity.ELEVATED);
      if (full && !fired.lowered()) {
        rules
            .computeIfAbsent(fired.rule(), rule -> new Firings(chosen.isRisk(rule)))
            .count(fired, crisis);
      }
    }
  }

  private void print(PrintStream out) {
    out.println("crises harmless rule (those that stand alone)");
    for (var rule : rules.entrySet()) {
      Firings fired = rule.getValue();
      if (fired.standsAlone()) {
        out.printf("%6d %8d %s%n", fired.crises, fired.harmless, rule.getKey());
      }
    }
  }

  private String file(String version, List<String> except) {
    var alone = new TreeSet<>(except);
    rules.forEach((rule, fired) -> alone.addAll(fired.standsAlone() ? Set.of(rule) : Set.of()));
    var file = new StringBuilder();
    file.append(
        "# Below imminent a rule says low until the learned layer supports it; those alone");
    file.append(" here\n# fired on many labelled crises and nothing harmless, or were named so.\n");
    file.append("# Written by the command support; it prints how often each fired.\n");
    file.append("version ").append(version).append("\nsupport *\n");
    wrapped(alone).forEach(line -> file.append(line).append('\n'));
    return file.toString();
  }

  private static List<String> wrapped(Set<String> alone) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String rule : alone) {
      if (!line.isEmpty() && line.length() + rule.length() >= WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "alone " : " ").append(rule);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
