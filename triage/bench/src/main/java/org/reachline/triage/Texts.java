package org.reachline.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What is read: real ordinary messages where they are at hand, else the project's own lines. */
final class Texts {
  private static final Path PUBLIC =
      Path.of("../shared/data/ordinary_sms/SMSSpamCollection").toAbsolutePath().normalize();
  private static final Path SETS = Path.of("triage/sets");
  private static final List<String> FEW =
      List.of(
          "hey are we still on for tuesday at the office i need to bring my papers",
          "been outside since 6 n cant feel my hands. getting sleepy. nowhere open",
          "gracias por la cita de ayer, le llevo los documentos el lunes",
          "ok thanks",
          "mi esposo me pego anoche y tengo miedo de volver a la casa");

  private Texts() {}

  static List<String> messages() {
    try {
      var all = new ArrayList<String>(FEW);
      if (Files.exists(PUBLIC)) {
        Files.readAllLines(PUBLIC).stream()
            .filter(l -> l.startsWith("ham\t"))
            .forEach(l -> all.add(l.substring(4)));
      }
      all.addAll(ownLines());
      Collections.shuffle(all, new Random(1));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String tenKilobytes() {
    var text = new StringBuilder();
    for (String message : messages()) {
      text.append(message).append('\n');
      if (text.length() > 10_000) {
        break;
      }
    }
    return text.substring(0, Math.min(10_000, text.length()));
  }

  private static List<String> ownLines() throws IOException {
    if (!Files.isDirectory(SETS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(SETS)) {
      var found = new ArrayList<String>();
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          text(line, found);
        }
      }
      return found;
    }
  }

  /** Enough of JSON for these files: the value of "text" up to its closing quote. */
  private static void text(String line, List<String> found) {
    int start = line.indexOf("\"text\"");
    int open = start < 0 ? -1 : line.indexOf('"', line.indexOf(':', start));
    for (int i = open + 1; open > 0 && i < line.length(); i++) {
      if (line.charAt(i) == '"' && line.charAt(i - 1) != '\\') {
        found.add(line.substring(open + 1, i));
        return;
      }
    }
  }
}
