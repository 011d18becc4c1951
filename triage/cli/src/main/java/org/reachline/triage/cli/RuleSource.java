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
    if (alone) {
      return Rules.parse(List.of(file));
    }
    List<RuleFile> core = inPlace(file, path);
    return core.isEmpty() ? Rules.core().with(file) : Rules.parse(core);
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
    return new RuleFile(path.toString(), Texts.read(path));
  }

  /** The core with this file in the place of its namesake; empty when it has none. */
  private static List<RuleFile> inPlace(RuleFile file, Path path) {
    String name = "rules/" + path.getFileName();
    List<RuleFile> core = Rules.coreFiles();
    boolean namesake = core.stream().anyMatch(f -> f.name().equals(name));
    return namesake ? core.stream().map(f -> f.name().equals(name) ? file : f).toList() : List.of();
  }
}
