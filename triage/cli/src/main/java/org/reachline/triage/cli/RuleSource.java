package org.reachline.triage.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.reachline.triage.RuleFile;
import org.reachline.triage.Rules;

/**
 * Where rules come from: a folder is a complete set, a file with the name of a core file takes its
 * place, any other file is what an agency adds to the core.
 */
final class RuleSource {
  private RuleSource() {}

  /** The rules a command shall use; complains with file and line when they are bad. */
  static Rules chosen(Arguments arguments) throws IOException {
    if (!arguments.has("--rules")) {
      return Rules.core();
    }
    Path path = Path.of(arguments.option("--rules", ""));
    return switch (read(path, arguments.has("--alone"))) {
      case Rules.Loaded(var rules) -> rules;
      case Rules.Refused(var errors) -> throw Complaint.of("bad rules\n" + errors.describe());
    };
  }

  static Rules.Outcome read(Path path, boolean alone) throws IOException {
    if (Files.isDirectory(path)) {
      return Rules.parse(folder(path));
    }
    if (!Files.isRegularFile(path)) {
      throw Complaint.usage("no such file or folder: " + path);
    }
    RuleFile file = file(path);
    return alone ? Rules.parse(List.of(file)) : together(file, Rules.coreFiles());
  }

  /** What {@code check-rules} is asked about: a path, or a file beside the folder of a set. */
  static Rules.Outcome checked(Arguments arguments) throws IOException {
    Path path = Path.of(arguments.operands().getFirst());
    if (!arguments.has("--rules")) {
      return read(path, arguments.has("--alone"));
    }
    Path set = Path.of(arguments.option("--rules", ""));
    if (arguments.has("--alone") || !Files.isRegularFile(path) || !Files.isDirectory(set)) {
      throw Complaint.usage("expected: check-rules FILE --rules DIR, a file and a folder");
    }
    return together(file(path), folder(set));
  }

  /** A set with this file in the place of its namesake, or added when it has none. */
  private static Rules.Outcome together(RuleFile file, List<RuleFile> set) {
    if (set.stream().anyMatch(f -> areNamesakes(f, file))) {
      return Rules.parse(set.stream().map(f -> areNamesakes(f, file) ? file : f).toList());
    }
    return switch (Rules.parse(set)) {
      case Rules.Loaded(var rules) -> rules.with(file);
      case Rules.Refused refused -> refused;
    };
  }

  private static boolean areNamesakes(RuleFile one, RuleFile other) {
    return Path.of(one.name()).endsWith(Path.of(other.name()).getFileName());
  }

  private static List<RuleFile> folder(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> rules = files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
      if (rules.isEmpty()) {
        throw Complaint.usage("no rule files (*.txt) in " + folder);
      }
      var read = new ArrayList<RuleFile>();
      for (Path each : rules) {
        read.add(file(each));
      }
      return read;
    }
  }

  private static RuleFile file(Path path) throws IOException {
    return new RuleFile(path.toString(), Texts.ofRules(path));
  }
}
