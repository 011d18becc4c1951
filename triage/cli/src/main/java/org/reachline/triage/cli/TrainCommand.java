package org.reachline.triage.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.reachline.triage.Rules;

/** Writes the rule file of the learned layer from {@code DIR/tuning} and ordinary messages. */
final class TrainCommand {
  /** Chosen on the table that {@code --held-out} prints and on alarms per ordinary message. */
  private static final String FROM = "0.25,0.1,0.5,0.5,0.5,0.5";

  private TrainCommand() {}

  static int run(Arguments arguments, PrintStream out) throws IOException {
    arguments.expect(
        1,
        1,
        "train DIR --out FILE [--ordinary FILE] [--talk FILE] [--version NAME]"
            + " [--from S,S,R,R,P,P] [--held-out]");
    Path target = arguments.out("rules/learned.txt");
    List<String> bars = bars(arguments.option("--from", FROM));
    Path sets = Path.of(arguments.operands().getFirst());
    List<Labelled> labelled = LabelledFiles.read(List.of(sets.resolve("tuning").toString()));
    List<Labelled> ordinary = ordinary(sets);
    List<Labelled> everyday = LabelledFiles.read(sets.resolve("everyday.jsonl"));
    List<Labelled> sent = sent(arguments);
    List<Labelled> talk = talk(arguments);
    out.printf(
        "training on %d lines, %d ordinary, %d everyday, %d sent, %d comments%n",
        labelled.size(), ordinary.size(), everyday.size(), sent.size(), talk.size());
    out.flush();
    Rules rules = RuleSource.chosen(arguments);
    var trainer = new Trainer(labelled, ordinary, everyday, sent, talk, rules);
    if (arguments.has("--held-out")) {
      out.print(trainer.heldOut());
    }
    String file = trainer.file(arguments.option("--version", "0000-00-00.0"), bars);
    Files.writeString(target, file);
    out.println("written: " + target + "; acts from " + bars);
    return Main.OK;
  }

  /** Lines for the rule file: act, probability by crisis, probability by serious. */
  private static List<String> bars(String from) {
    String[] numbers = from.split(",", -1);
    if (numbers.length != 6) {
      throw Complaint.usage(
          "--from S,S,R,R,P,P: probabilities by crisis and by serious from which to support,"
              + " review and page, such as "
              + FROM);
    }
    return List.of(
        "support " + numbers[0] + " " + numbers[1],
        "review " + numbers[2] + " " + numbers[3],
        "page " + numbers[4] + " " + numbers[5]);
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

  private static List<Labelled> talk(Arguments arguments) throws IOException {
    return arguments.has("--talk")
        ? ForumComments.calm(Path.of(arguments.option("--talk", "")))
        : List.of();
  }
}
