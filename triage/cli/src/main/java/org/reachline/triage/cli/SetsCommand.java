package org.reachline.triage.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Checks the folder of labelled sets and counts what is in it. */
final class SetsCommand {
  private SetsCommand() {}

  static int run(Arguments arguments, PrintStream out) throws IOException {
    arguments.expect(1, 1, "sets DIR");
    String folder = arguments.operands().getFirst();
    List<Labelled> tuning = LabelledFiles.read(List.of(folder + "/tuning"));
    List<Labelled> regression = LabelledFiles.read(List.of(folder + "/regression"));
    var wrong = new ArrayList<>(SetCheck.split(tuning, regression));
    wrong.addAll(SetCheck.sizes(tuning, regression));
    out.printf("tuning %d lines, regression %d lines%n", tuning.size(), regression.size());
    wrong.forEach(out::println);
    out.println(wrong.isEmpty() ? "good" : wrong.size() + " things to mend");
    return wrong.isEmpty() ? Main.OK : Main.BAD;
  }
}
