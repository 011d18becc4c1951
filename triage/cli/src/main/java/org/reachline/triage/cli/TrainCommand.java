package org.reachline.triage.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.reachline.triage.Rules;
import org.reachline.triage.Severity;

/** Writes the rule file of the learned layer from {@code DIR/tuning} and ordinary messages. */
final class TrainCommand {
  /** Chosen on the table that {@code --held-out} prints and on alarms per ordinary message. */
  private static final String FROM = "0.25,0.45,0.5,0.8,0.5,0.75";

  private TrainCommand() {}

  static int run(Arguments arguments, PrintStream out) throws IOException {
    arguments.expect(
        1,
        1,
        "train DIR --out FILE [--ordinary FILE] [--talk FILE] [--version NAME]"
            + " [--from S,S,R,R,P,P] [--held-out] [--rules PATH [--alone]]");
    Path target = arguments.out("rules/learned.txt");
    List<String> bars = bars(arguments.option("--from", FROM));
    Path sets = Path.of(arguments.operands().getFirst());
    List<Labelled> labelled = LabelledFiles.read(List.of(sets.resolve("tuning").toString()));
    if (labelled.stream().noneMatch(line -> line.severity().atLeast(Severity.ELEVATED))) {
      throw Complaint.of(sets.resolve("tuning") + ": expected crises (elevated and more)");
    }
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
    double[] at = Stream.of(from.split(",", -1)).mapToDouble(TrainCommand::probability).toArray();
    if (at.length != 6 || at[0] > at[2] || at[1] > at[3]) {
      throw noBars();
    }
    return List.of(
        bar("support", at[0], at[1]), bar("review", at[2], at[3]), bar("page", at[4], at[5]));
  }

  private static String bar(String act, double crisis, double serious) {
    return String.format(Locale.ROOT, "%s %.3f %.3f", act, crisis, serious);
  }

  private static double probability(String part) {
    double probability = number(part);
    if (!(probability > 0 && probability <= 1)) {
      throw noBars();
    }
    return probability;
  }

  private static double number(String part) {
    try {
      return Double.parseDouble(part);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  private static Complaint noBars() {
    return Complaint.usage(
        "--from S,S,R,R,P,P: by crisis and by serious, the probabilities above 0 and at most 1 from"
            + " which to support, review and page; support not above review; such as "
            + FROM);
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
