package org.reachline.triage.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.reachline.triage.Rules;

/** Says whether rules are good, or what is wrong with them, by file and line. */
final class CheckRulesCommand {
  private CheckRulesCommand() {}

  static int run(Arguments arguments, PrintStream out) throws IOException {
    arguments.expect(1, 1, "check-rules PATH [--alone], or check-rules FILE --rules DIR");
    return switch (RuleSource.checked(arguments)) {
      case Rules.Loaded(var rules) -> {
        out.printf(
            "good: version %s, %d cues, %d frames, %d phrases%n",
            rules.version(), rules.cueIds().size(), rules.frameCount(), rules.phraseCount());
        yield Main.OK;
      }
      case Rules.Refused(var errors) -> {
        out.println(errors.describe());
        yield Main.BAD;
      }
    };
  }
}
