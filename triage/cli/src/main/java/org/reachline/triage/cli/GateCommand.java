package org.reachline.triage.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.reachline.triage.Rules;

/** Refuses rules that fall below the floors; prints ids, never texts. */
final class GateCommand {
  private GateCommand() {}

  static int run(Arguments arguments, PrintStream out) throws IOException {
    arguments.expect(1, 1, "gate DIR [--rules PATH [--alone]]");
    Path sets = Path.of(arguments.operands().getFirst());
    Floors floors = Floors.read(sets.resolve("floors.json"));
    Rules rules = RuleSource.chosen(arguments);
    var failures = new ArrayList<>(onRegression(sets, rules, floors));
    failures.addAll(onOrdinary(sets, rules, floors));
    failures.forEach(out::println);
    out.println(failures.isEmpty() ? "the floors hold" : failures.size() + " floors are broken");
    return failures.isEmpty() ? Main.OK : Main.BAD;
  }

  static List<String> onRegression(Path sets, Rules rules, Floors floors) throws IOException {
    List<Labelled> lines = LabelledFiles.read(List.of(sets.resolve("regression").toString()));
    return Gate.regression(Score.of(Judged.all(lines, rules)), floors);
  }

  static List<String> onOrdinary(Path sets, Rules rules, Floors floors) throws IOException {
    Path file = sets.resolve("ordinary.jsonl");
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Labelled> half = OrdinaryMessages.reportingHalf(LabelledFiles.read(file));
    return Gate.traps(Score.of(Judged.all(half, rules)), floors);
  }
}
