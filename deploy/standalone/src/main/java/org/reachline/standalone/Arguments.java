package org.reachline.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A command line: a command, its words, and its options. */
record Arguments(String command, List<String> words, Map<String, String> options) {
  private static final Set<String> FLAGS = Set.of("--reveal", "--from-start");
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "up", Set.of("--data", "--port", "--overlays"),
          "text", Set.of("--data", "--port", "--from"),
          "tail", Set.of("--data", "--port", "--reveal", "--from-start"));
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  Arguments {
    words = List.copyOf(words);
    options = Map.copyOf(options);
  }

  /**
   * Reads a command line: the command first, words and options after it in any order; what stands
   * after {@code --} is words.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static Arguments of(String... args) {
    String command = args.length == 0 ? "" : args[0];
    Set<String> known = KNOWN.get(command);
    if (known == null) {
      throw new IllegalArgumentException(
          command.isEmpty()
              ? "which command? up, text or tail"
              : "no such command: " + command + "; there are up, text and tail");
    }
    List<String> words = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("--")) {
        words.addAll(List.of(args).subList(i + 1, args.length));
        break;
      }
      if (!OPTION.matcher(args[i]).matches()) {
        words.add(args[i]);
      } else if (!known.contains(args[i])) {
        throw new IllegalArgumentException(command + " has no option " + args[i]);
      } else if (FLAGS.contains(args[i])) {
        options.put(args[i], "true");
      } else {
        options.put(args[i], valueAfter(args, i));
        i++;
      }
    }
    return new Arguments(command, words, options);
  }

  boolean has(String flag) {
    return options.containsKey(flag);
  }

  Path data() {
    return Path.of(options.getOrDefault("--data", ".reachline")).toAbsolutePath().normalize();
  }

  /** The folder of what agencies add to the rules, empty where none was given. */
  String overlays() {
    String given = options.getOrDefault("--overlays", "");
    if (!given.isEmpty() && !Files.isDirectory(Path.of(given))) {
      throw new IllegalArgumentException("--overlays wants a folder that is there, not " + given);
    }
    return given.isEmpty() ? "" : Path.of(given).toAbsolutePath().normalize().toString();
  }

  /** The ports if they were given. */
  @Nullable Ports ports() {
    String port = options.get("--port");
    if (port == null) {
      return null;
    }
    try {
      return new Ports(Integer.parseInt(port));
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("--port wants a number, not " + port, notANumber);
    }
  }

  /** The number the text comes from. */
  String from() {
    String number = options.getOrDefault("--from", DemoAgency.CLIENT);
    if (!E164.matcher(number).matches()) {
      throw new IllegalArgumentException("--from wants a number such as " + DemoAgency.CLIENT);
    }
    return number;
  }

  /** For a command that takes none. */
  void requireNoWords() {
    if (!words.isEmpty()) {
      throw new IllegalArgumentException(command + " takes no words: " + String.join(" ", words));
    }
  }

  private static String valueAfter(String[] args, int index) {
    boolean missing =
        index + 1 >= args.length
            || args[index + 1].isEmpty()
            || OPTION.matcher(args[index + 1]).matches();
    if (missing) {
      throw new IllegalArgumentException(args[index] + " wants a value after it");
    }
    return args[index + 1];
  }
}
