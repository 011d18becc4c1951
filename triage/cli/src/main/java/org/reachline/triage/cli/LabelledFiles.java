package org.reachline.triage.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.reachline.triage.Category;
import org.reachline.triage.Severity;
import org.reachline.triage.WeatherAlert;
import org.reachline.triage.cli.Labelled.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads JSON lines with labels, one file or all of a folder. Complains by file and line. */
final class LabelledFiles {
  /** The category of a danger nobody named. */
  static final String UNKNOWN = "unknown";

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
          constant(where, "weather", WeatherAlert.class, node.path("weather").asString("none")),
          node.path("lang").asString("-"),
          node.hasNonNull("severity") ? List.of(label(where, node)) : List.of(),
          node.path("theme").asString(""),
          node.path("author").asString(""));
    } catch (JacksonException _) {
      throw Complaint.of(where + ": expected one JSON object on the line, each name in it once");
    }
  }

  private static List<Message> messages(String where, JsonNode node) {
    if (!node.has("messages")) {
      return List.of(new Message(Duration.ZERO, text(where, node)));
    }
    JsonNode thread = node.path("messages");
    if (node.has("text") || !thread.isArray() || thread.isEmpty()) {
      throw Complaint.of(where + ": expected \"text\", or \"messages\" with one message or more");
    }
    var found = new ArrayList<Message>();
    for (JsonNode message : thread) {
      Duration last = found.isEmpty() ? Duration.ZERO : found.getLast().after();
      found.add(new Message(after(where, message, last), text(where, message)));
    }
    return found;
  }

  private static String text(String where, JsonNode node) {
    if (!node.path("text").isString()) {
      throw Complaint.of(where + ": expected a JSON object with a string \"text\"");
    }
    return node.path("text").stringValue();
  }

  /** Minutes since the first message of the thread; none of them before the one above. */
  private static Duration after(String where, JsonNode message, Duration last) {
    JsonNode minutes = message.path("after_minutes");
    if (minutes.isMissingNode()) {
      return last;
    }
    if (!minutes.isInt() || minutes.intValue() < last.toMinutes()) {
      throw Complaint.of(
          where + ": expected \"after_minutes\", whole minutes since the first message, in order");
    }
    return Duration.ofMinutes(minutes.intValue());
  }

  private static Labelled.Label label(String where, JsonNode node) {
    Severity severity =
        constant(where, "severity", Severity.class, node.path("severity").asString(""));
    Category category = category(where, node.path("category").asString(""), severity);
    var alternatives = new ArrayList<Category>();
    JsonNode others = node.path("alt_categories");
    if (!others.isArray() && !others.isMissingNode()) {
      throw Complaint.of(where + ": expected \"alt_categories\", a list of categories");
    }
    for (JsonNode other : others) {
      alternatives.add(constant(where, "category", Category.class, other.asString("")));
    }
    return new Labelled.Label(category, severity, alternatives);
  }

  private static Category category(String where, String name, Severity severity) {
    if (name.equals(UNKNOWN)) {
      if (!severity.atLeast(Severity.ELEVATED)) {
        throw Complaint.of(where + ": expected category unknown at elevated or above only");
      }
      return Category.NONE;
    }
    Category category = constant(where, "category", Category.class, name);
    if ((category == Category.NONE) != (severity == Severity.NONE)) {
      throw Complaint.of(where + ": expected category none exactly when severity is none");
    }
    return category;
  }

  private static <E extends Enum<E>> E constant(
      String where, String field, Class<E> type, String name) {
    var known = new StringJoiner(" ");
    for (E each : type.getEnumConstants()) {
      if (Answers.lower(each).equals(name)) {
        return each;
      }
      known.add(Answers.lower(each));
    }
    throw Complaint.of(where + ": expected a known " + field + ": " + known);
  }
}
