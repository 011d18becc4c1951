package org.reachline.triage.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reachline.triage.Category;
import org.reachline.triage.FiredRule;
import org.reachline.triage.Rules;
import org.reachline.triage.Severity;
import org.reachline.triage.Triage;

/**
 * Lists the rules below imminent that fire on harmless lines too; they shall say low until the
 * learned layer supports them. What a client says of dying waits least.
 */
final class SupportCommand {
  private static final int WIDTH = 120;

  /** What a client says of dying stands alone from so many crises to one harmless line. */
  private static final int TRUSTED = 2;

  private final Map<String, Firings> rules = new TreeMap<>();

  private SupportCommand() {}

  /** How often a rule fired at its own level on crises and on what is none. */
  private static final class Firings {
    private Severity level = Severity.NONE;
    private int crises;
    private int harmless;
    private boolean ownDeath;

    void count(FiredRule fired, boolean crisis) {
      level = level.max(fired.level());
      ownDeath |= fired.category() == Category.SUICIDE_SELF_HARM;
      crises += crisis ? 1 : 0;
      harmless += crisis ? 0 : 1;
    }

    boolean needsSupport() {
      boolean trusted = ownDeath && crises >= TRUSTED * harmless;
      return harmless > 0 && !trusted && !level.atLeast(Severity.IMMINENT);
    }
  }

  static int run(Arguments arguments, PrintStream out) throws IOException {
    arguments.expect(
        1,
        Integer.MAX_VALUE,
        "support DIR|FILE ... --out FILE [--version NAME] [--except RULE,RULE]");
    Path target = arguments.out("rules/support.txt");
    Rules chosen = RuleSource.chosen(arguments);
    var lines = new ArrayList<>(LabelledFiles.read(arguments.operands()));
    if (arguments.has("--ordinary")) {
      Path sent = Path.of(arguments.option("--ordinary", ""));
      lines.addAll(OrdinaryMessages.publicTuningHalf(sent));
    }
    var command = new SupportCommand();
    lines.forEach(line -> command.count(line, chosen));
    command.rules.keySet().removeAll(List.of(arguments.option("--except", "").split(",", -1)));
    command.print(out);
    String file = command.file(arguments.option("--version", "0000-00-00.0"));
    Files.writeString(target, file);
    out.println("written: " + target);
    return Main.OK;
  }

  private void count(Labelled line, Rules chosen) {
    boolean crisis = line.severity().atLeast(Severity.ELEVATED);
    for (FiredRule fired : Triage.fired(line.text(), chosen)) {
      boolean full = fired.unsupported() || fired.level().atLeast(Severity.ELEVATED);
      if (full && !fired.lowered()) {
        rules.computeIfAbsent(fired.rule(), _ -> new Firings()).count(fired, crisis);
      }
    }
  }

  private void print(PrintStream out) {
    out.println("crises harmless rule (those that need support)");
    rules.entrySet().stream()
        .filter(e -> e.getValue().needsSupport())
        .sorted(Comparator.comparingInt(e -> -e.getValue().harmless))
        .forEach(
            e ->
                out.printf("%6d %8d %s%n", e.getValue().crises, e.getValue().harmless, e.getKey()));
  }

  private String file(String version) {
    var file = new StringBuilder();
    file.append("# Rules that also fire on harmless words: low until the learned layer supports");
    file.append(" them.\n# Written by the command support; it prints how often each fired.\n");
    file.append("version ").append(version).append('\n');
    wrapped().forEach(line -> file.append(line).append('\n'));
    return file.toString();
  }

  private List<String> wrapped() {
    var lines = new ArrayList<String>();
    var line = new StringBuilder("support");
    for (var rule : rules.entrySet()) {
      if (!rule.getValue().needsSupport()) {
        continue;
      }
      if (line.length() + rule.getKey().length() >= WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder("support");
      }
      line.append(' ').append(rule.getKey());
    }
    lines.add(line.toString());
    return lines;
  }
}
