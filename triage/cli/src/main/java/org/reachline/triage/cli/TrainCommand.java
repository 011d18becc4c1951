package org.reachline.triage.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the rule file of the learned layer from {@code DIR/tuning} and ordinary messages. */
final class TrainCommand {
  /** Chosen on the table that {@code --held-out} prints and on alarms per ordinary message. */
  private static final String FROM = "0.35,0.66,0.5";

  private TrainCommand() {}

  static int run(Arguments arguments, PrintStream out) throws IOException {
    arguments.expect(
        1,
        1,
        "train DIR --out FILE [--ordinary FILE] [--version NAME]"
            + " [--from SUPPORT,REVIEW,PAGE] [--held-out]");
    Path target = arguments.out("rules/learned.txt");
    Trainer.Acts acts = acts(arguments.option("--from", FROM));
    Path sets = Path.of(arguments.operands().getFirst());
    List<Labelled> labelled = LabelledFiles.read(List.of(sets.resolve("tuning").toString()));
    List<Labelled> ordinary = ordinary(sets);
    List<Labelled> sent = sent(arguments);
    out.printf(
        "training on %d lines, %d ordinary, %d sent%n",
        labelled.size(), ordinary.size(), sent.size());
    out.flush();
    var trainer = new Trainer(labelled, ordinary, sent, RuleSource.chosen(arguments));
    if (arguments.has("--held-out")) {
      out.print(trainer.heldOut());
    }
    String file = trainer.file(arguments.option("--version", "0000-00-00.0"), acts);
    Files.writeString(target, file);
    out.println("written: " + target + "; acts from " + acts);
    return Main.OK;
  }

  private static Trainer.Acts acts(String from) {
    String[] parts = from.split(",", -1);
    try {
      return new Trainer.Acts(
          Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
      throw Complaint.usage("--from SUPPORT,REVIEW,PAGE: three probabilities, such as " + FROM);
    }
  }

  /** What may be read; the other half of {@code ordinary.jsonl} only counts alarms. */
  private static List<Labelled> ordinary(Path sets) throws IOException {
    Path own = sets.resolve("ordinary.jsonl");
    var ordinary = new ArrayList<>(OrdinaryMessages.tuningHalf(LabelledFiles.read(own)));
    Path more = sets.resolve("ordinary-tuning.jsonl");
    if (Files.exists(more)) {
      ordinary.addAll(LabelledFiles.read(more));
    }
    return ordinary;
  }

  private static List<Labelled> sent(Arguments arguments) throws IOException {
    return arguments.has("--ordinary")
        ? OrdinaryMessages.publicTuningHalf(Path.of(arguments.option("--ordinary", "")))
        : List.of();
  }
}
