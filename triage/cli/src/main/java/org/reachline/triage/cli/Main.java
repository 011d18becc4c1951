package org.reachline.triage.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;

/** One command per call. Start reading here; each command is a class of its own. */
public final class Main {
  static final int OK = 0;
  static final int BAD = 1;
  static final int USAGE = 2;

  private static final String HELP =
      """
      Usage: java -jar triage-cli.jar COMMAND

        assess              JSON lines {"id","text"} from standard input to assessments on standard output;
                            a line that cannot be read gives "status":"UNASSESSED" and exit code 1 at the end
        explain "TEXT"      what the rules see in one message; --lang es answers in Spanish
        score DIR|FILE ...  recall, false alarms and alarms per 1,000 ordinary messages, by language and
                            category, with 95 % intervals; --misses lists ids, --json for machines
        check-rules PATH    a folder: a complete set; a file named like one of the core: in its place;
                            any other file: an agency's additions to the core; --alone: a complete set;
                            --rules DIR: beside the files of DIR in place of those of the core
        agree FIRST SECOND  agreement of two label files, by language; --json for machines
        sets DIR            checks the labelled sets: shape, sizes, shares, overlap of tuning and regression
        gate DIR            holds the rules to DIR/floors.json on the regression part and ordinary messages
        train DIR           writes the weights of the learned layer to --out FILE from DIR/tuning, DIR/everyday.jsonl,
                            DIR/ordinary-tuning.jsonl and the half of DIR/ordinary.jsonl that may be read;
                            --ordinary FILE: an SMS collection besides; --talk FILE: comments of GoEmotions besides;
                            --from S,S,R,R,P,P: probabilities to act from; --held-out: a table to choose them by
        --help              this text

      assess, explain, score, gate and train take --rules PATH (read as by check-rules) in place of the shipped rules.
      Messages stay on this machine; nothing is logged. A result helps to bring a person sooner; it never
      says that someone is safe.
      """;

  private Main() {}

  /** Ends with 0 when all went well, 1 when something was found wrong, 2 for a wrong call. */
  public static void main(String[] args) throws IOException {
    var fast = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    var out = new PrintStream(fast, false, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = run(args, out, err);
    if (out.checkError()) { // also writes what is left; a lost answer must not look like success
      err.println("triage-cli: cannot write to standard output");
      code = Math.max(code, BAD);
    }
    System.exit(code);
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    try {
      var arguments = Arguments.of(args);
      if (arguments.wantsHelp()) {
        out.print(HELP);
        return OK;
      }
      return command(arguments, out, err);
    } catch (Complaint e) {
      err.println("triage-cli: " + e.getMessage());
      return e.code();
    } catch (NoSuchFileException e) {
      err.println("triage-cli: no such file or folder: " + e.getMessage());
      return USAGE;
    } catch (IOException e) {
      err.println("triage-cli: cannot read or write: " + e.getMessage());
      return USAGE;
    }
  }

  private static int command(Arguments arguments, PrintStream out, PrintStream err)
      throws IOException {
    return switch (arguments.command()) {
      case "assess" -> AssessCommand.run(arguments, System.in, out, err);
      case "explain" -> ExplainCommand.run(arguments, out);
      case "score" -> ScoreCommand.run(arguments, out);
      case "check-rules" -> CheckRulesCommand.run(arguments, out);
      case "agree" -> AgreeCommand.run(arguments, out);
      case "gate" -> GateCommand.run(arguments, out);
      case "train" -> TrainCommand.run(arguments, out);
      case "sets" -> SetsCommand.run(arguments, out);
      default -> throw Complaint.usage("no command " + arguments.command() + "; --help lists them");
    };
  }
}
