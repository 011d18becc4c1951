package org.reachline.triage.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.reachline.triage.Category;
import org.reachline.triage.Severity;
import org.reachline.triage.WeatherAlert;
import org.reachline.triage.cli.Labelled.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads JSON lines with labels, one file or all of a folder. Complains by file and line. */
final class LabelledFiles {
  private LabelledFiles() {}

  /** All lines of the files and folders named. */
  static List<Labelled> read(List<String> paths) throws IOException {
    var all = new ArrayList<Labelled>();
    for (String path : paths) {
      for (Path file : files(Path.of(path))) {
        all.addAll(read(file));
      }
    }
    return all;
  }

  static List<Path> files(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      throw Complaint.usage("no such file or folder: " + path);
    }
    try (Stream<Path> below = Files.walk(path)) {
      List<Path> found = below.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
      if (found.isEmpty()) {
        throw Complaint.usage("no *.jsonl in " + path);
      }
      return found;
    }
  }

  static List<Labelled> read(Path file) throws IOException {
    var found = new ArrayList<Labelled>();
    List<String> lines = Texts.read(file).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        found.add(line(file.getFileName() + ":" + (i + 1), lines.get(i)));
      }
    }
    return found;
  }

  private static Labelled line(String where, String line) {
    try {
      JsonNode node = Json.read(line);
      return new Labelled(
          node.path("id").asString(where),
          messages(where, node),
          constant(where, WeatherAlert.class, node.path("weather").asString("none")),
          node.path("lang").asString("-"),
          node.hasNonNull("severity") ? List.of(label(where, node)) : List.of(),
          node.path("theme").asString(""),
          node.path("author").asString(""));
    } catch (JacksonException _) {
      throw Complaint.of(where + ": expected one JSON object on the line");
    }
  }

  private static List<Message> messages(String where, JsonNode node) {
    if (!node.has("messages")) {
      return List.of(message(where, node));
    }
    var found = new ArrayList<Message>();
    for (JsonNode message : node.path("messages")) {
      found.add(message(where, message));
    }
    if (found.isEmpty()) {
      throw Complaint.of(where + ": expected at least one message");
    }
    return found;
  }

  private static Message message(String where, JsonNode node) {
    if (!node.path("text").isString()) {
      throw Complaint.of(where + ": expected a JSON object with a string \"text\"");
    }
    Duration after = Duration.ofMinutes(node.path("after_minutes").asLong(0));
    return new Message(after, node.path("text").stringValue());
  }

  private static Labelled.Label label(String where, JsonNode node) {
    Category category = constant(where, Category.class, node.path("category").asString(""));
    Severity severity = constant(where, Severity.class, node.path("severity").asString(""));
    if ((category == Category.NONE) != (severity == Severity.NONE)) {
      throw Complaint.of(where + ": expected category none exactly when severity is none");
    }
    var alternatives = new ArrayList<Category>();
    for (JsonNode other : node.path("alt_categories")) {
      alternatives.add(constant(where, Category.class, other.asString("")));
    }
    return new Labelled.Label(category, severity, alternatives);
  }

  private static <E extends Enum<E>> E constant(String where, Class<E> type, String name) {
    return Stream.of(type.getEnumConstants())
        .filter(c -> c.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Complaint.of(
                    where + ": expected a known " + type.getSimpleName().toLowerCase(Locale.ROOT)));
  }
}
