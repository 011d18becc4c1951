package org.reachline.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command line: a command, its words, and its options. */
record Arguments(String command, List<String> words, Map<String, String> options) {
  private static final Set<String> FLAGS = Set.of("--reveal", "--from-start", "--help");
  private static final Set<String> VALUES = Set.of("--data", "--port", "--from");

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException saying which option is wrong
   */
  static Arguments of(String... args) {
    List<String> words = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      if (FLAGS.contains(arg)) {
        options.put(arg, "true");
      } else if (VALUES.contains(arg)) {
        options.put(arg, valueAfter(args, i));
        i++;
      } else if (arg.startsWith("--")) {
        throw new IllegalArgumentException("no such option: " + arg);
      } else {
        words.add(arg);
      }
    }
    String command = words.isEmpty() ? "--help" : words.removeFirst();
    return new Arguments(command, words, options);
  }

  boolean has(String flag) {
    return options.containsKey(flag);
  }

  Path data() {
    return Path.of(options.getOrDefault("--data", ".reachline")).toAbsolutePath();
  }

  /** The front door's port if one was given. */
  @Nullable Integer port() {
    String port = options.get("--port");
    try {
      return port == null ? null : Integer.valueOf(port);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("--port wants a number", notANumber);
    }
  }

  String from() {
    return options.getOrDefault("--from", DemoAgency.CLIENT);
  }

  private static String valueAfter(String[] args, int index) {
    if (index + 1 >= args.length) {
      throw new IllegalArgumentException(args[index] + " wants a value after it");
    }
    return args[index + 1];
  }
}
