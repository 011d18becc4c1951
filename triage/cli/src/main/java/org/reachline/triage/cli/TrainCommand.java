package org.reachline.triage.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the rule file of the learned layer from {@code DIR/tuning} and ordinary messages. */
final class TrainCommand {
  private TrainCommand() {}

  static int run(Arguments arguments, PrintStream out) throws IOException {
    arguments.expect(1, 1, "train DIR --out FILE [--ordinary FILE] [--version NAME]");
    if (!arguments.has("--out")) {
      throw Complaint.usage(
          "--out FILE: where to write the weights, for example rules/learned.txt");
    }
    Path sets = Path.of(arguments.operands().getFirst());
    List<Labelled> labelled = LabelledFiles.read(List.of(sets.resolve("tuning").toString()));
    List<Labelled> ordinary = ordinary(arguments, sets);
    out.println("training on " + labelled.size() + " lines, " + ordinary.size() + " ordinary");
    out.flush();
    String file =
        new Trainer(labelled, ordinary).file(arguments.option("--version", "0000-00-00.0"));
    Path target = Path.of(arguments.option("--out", ""));
    Files.write(target, file.getBytes(StandardCharsets.UTF_8));
    out.println("written: " + target + "; acts from " + thresholds(file));
    return Main.OK;
  }

  /** The halves that may be read; the others only count alarms. */
  private static List<Labelled> ordinary(Arguments arguments, Path sets) throws IOException {
    Path own = sets.resolve("ordinary.jsonl");
    var ordinary = new ArrayList<>(OrdinaryMessages.tuningHalf(LabelledFiles.read(own)));
    if (arguments.has("--ordinary")) {
      Path more = Path.of(arguments.option("--ordinary", ""));
      ordinary.addAll(OrdinaryMessages.publicTuningHalf(more));
    }
    return ordinary;
  }

  private static String thresholds(String file) {
    return file.lines().filter(l -> l.startsWith("learned ")).findFirst().orElse("nowhere");
  }
}
