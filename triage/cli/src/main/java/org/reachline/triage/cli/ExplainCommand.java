package org.reachline.triage.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.reachline.triage.Assessment.Assessed;
import org.reachline.triage.Assessment.Unassessed;
import org.reachline.triage.Context;
import org.reachline.triage.Evidence;
import org.reachline.triage.FiredRule;
import org.reachline.triage.Modifier;
import org.reachline.triage.Rules;
import org.reachline.triage.Triage;

/** Shows one message with the matched spans marked, what each means, and which rules fired. */
final class ExplainCommand {
  private static final Set<Modifier> HOLD_BACK =
      EnumSet.of(
          Modifier.NEGATED,
          Modifier.FAR_PAST,
          Modifier.BENIGN,
          Modifier.LAUGHTER,
          Modifier.MEDIA,
          Modifier.UNSUPPORTED);

  private final Rules rules;
  private final Words words;
  private final PrintStream out;

  private ExplainCommand(Rules rules, Words words, PrintStream out) {
    this.rules = rules;
    this.words = words;
    this.out = out;
  }

  static int run(Arguments arguments, PrintStream out) throws IOException {
    arguments.expect(1, 1, "explain \"TEXT\" [--lang en|es] [--rules PATH [--alone]]");
    Words words = Words.in(arguments.option("--lang", "en"));
    String text = arguments.operands().getFirst();
    return new ExplainCommand(RuleSource.chosen(arguments), words, out).explain(text);
  }

  private int explain(String text) {
    return switch (Triage.assess(text, Context.at(Instant.EPOCH), rules)) {
      case Assessed a -> {
        show(text, a);
        yield Main.OK;
      }
      case Unassessed u -> {
        out.printf("UNASSESSED %s: %s%n", u.reason(), words.unassessed());
        yield Main.BAD;
      }
    };
  }

  private void show(String text, Assessed a) {
    out.println(words.severity(a.severity()) + "  " + words.category(a.category()));
    out.println();
    out.println("  " + Marks.in(text, a.evidence()));
    out.println();
    a.evidence().forEach(e -> evidence(text, e));
    fired(Triage.fired(text, rules));
    modifiers(words.heldBack(), a, HOLD_BACK::contains);
    modifiers(words.raisedBy(), a, modifier -> !HOLD_BACK.contains(modifier));
    if (a.findings().size() > 1) {
      out.println(words.findings() + ":");
      a.findings()
          .forEach(
              f ->
                  out.printf(
                      "  %s %s%n", words.severity(f.severity()), words.category(f.category())));
    }
    out.println(words.rules() + " " + a.rulesVersion());
  }

  private void modifiers(String title, Assessed a, Predicate<Modifier> which) {
    List<Modifier> chosen = a.modifiers().stream().filter(which).toList();
    if (!chosen.isEmpty()) {
      out.println(title + ": " + words.join(chosen));
    }
  }

  private void evidence(String text, Evidence e) {
    String span = text.substring(e.start(), e.end()).replace('\n', ' ');
    out.printf(
        "  %-34s %s  (%s, %s)%n",
        "[" + span + "]",
        rules.meaning(e.cue(), words.locale()),
        e.cue(),
        words.effect(e.effect()));
  }

  private void fired(List<FiredRule> fired) {
    for (FiredRule rule : fired) {
      String lowered = rule.lowered() ? " " + words.lowered() : "";
      out.printf(
          Locale.ROOT,
          "  -> %s: %s %s%s%n",
          rule.rule(),
          words.category(rule.category()),
          words.severity(rule.level()),
          lowered);
    }
  }
}
