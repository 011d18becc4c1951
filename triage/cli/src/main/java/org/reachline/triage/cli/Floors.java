package org.reachline.triage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The figures the rules must keep, as recorded in {@code floors.json}. */
record Floors(Map<String, Double> figures) {
  Floors {
    figures = Map.copyOf(figures);
  }

  static Floors read(Path file) throws IOException {
    var found = new HashMap<String, Double>();
    read(file, Texts.read(file))
        .forEachEntry(
            (name, figure) -> {
              if (!figure.isNumber()) {
                throw Complaint.of(file + ": expected a number for " + name);
              }
              found.put(name, figure.doubleValue());
            });
    return new Floors(found);
  }

  private static JsonNode read(Path file, String text) {
    return figures(text)
        .filter(JsonNode::isObject)
        .orElseThrow(() -> Complaint.of(file + ": expected a JSON object of figures"));
  }

  private static Optional<JsonNode> figures(String text) {
    try {
      return Optional.of(Json.read(text));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  double of(String name) {
    Double figure = figures.get(name);
    if (figure == null) {
      throw Complaint.of("floors.json: expected a figure " + name);
    }
    return figure;
  }
}
