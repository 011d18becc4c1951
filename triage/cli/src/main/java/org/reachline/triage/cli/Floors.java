package org.reachline.triage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The figures the rules must keep, as recorded in {@code floors.json}. */
record Floors(Map<String, Double> figures) {
  Floors {
    figures = Map.copyOf(figures);
  }

  static Floors read(Path file) throws IOException {
    var found = new HashMap<String, Double>();
    Json.read(Texts.read(file)).forEachEntry((name, figure) -> found.put(name, figure.asDouble()));
    return new Floors(found);
  }

  double of(String name) {
    Double figure = figures.get(name);
    if (figure == null) {
      throw Complaint.of("floors.json: expected a figure " + name);
    }
    return figure;
  }
}
