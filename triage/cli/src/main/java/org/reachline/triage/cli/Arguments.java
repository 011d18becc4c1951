package org.reachline.triage.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a call: a command, what it works on, and options. */
record Arguments(String command, List<String> operands, Map<String, String> options) {
  private static final Set<String> WITH_VALUE =
      Set.of("--rules", "--lang", "--out", "--ordinary", "--talk", "--version", "--from");
  private static final Set<String> FLAGS =
      Set.of("--misses", "--json", "--alone", "--held-out", "--help");

  static Arguments of(String[] args) {
    var operands = new ArrayList<String>();
    var options = new HashMap<String, String>();
    boolean plain = false;
    for (int i = 0; i < args.length; i++) {
      String arg = args[i].equals("-h") ? "--help" : args[i];
      if (plain || !arg.startsWith("--")) {
        operands.add(arg);
      } else if (arg.equals("--")) {
        plain = true;
      } else if (options.containsKey(arg)) {
        throw Complaint.usage(arg + " is given twice");
      } else if (FLAGS.contains(arg)) {
        options.put(arg, "");
      } else if (WITH_VALUE.contains(arg) && i + 1 < args.length) {
        options.put(arg, args[++i]);
      } else {
        throw Complaint.usage(
            WITH_VALUE.contains(arg) ? arg + " needs a value" : "no option " + arg);
      }
    }
    String command = operands.isEmpty() ? "" : operands.removeFirst();
    return new Arguments(command, List.copyOf(operands), Map.copyOf(options));
  }

  boolean wantsHelp() {
    return has("--help") || command.isEmpty() || command.equals("help");
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  String option(String name, String otherwise) {
    return options.getOrDefault(name, otherwise);
  }

  /** Where a command writes a rule file. */
  Path out(String example) {
    if (!has("--out")) {
      throw Complaint.usage("--out FILE: where to write, for example " + example);
    }
    Path out = Path.of(option("--out", ""));
    Path folder = out.toAbsolutePath().getParent();
    if (Files.isDirectory(out) || folder == null || !Files.isDirectory(folder)) {
      throw Complaint.usage("--out FILE: a file in a folder that exists, got " + out);
    }
    return out;
  }

  /**
   * Complains of a call that is not of this form.
   *
   * @param form names every option the command takes
   */
  void expect(int least, int most, String form) {
    options.keySet().stream()
        .filter(option -> !form.contains(option))
        .sorted()
        .findFirst()
        .ifPresent(
            option -> {
              throw Complaint.usage("no option " + option + " here; expected: " + form);
            });
    if (operands.size() < least || operands.size() > most) {
      throw Complaint.usage("expected: " + form);
    }
  }
}
