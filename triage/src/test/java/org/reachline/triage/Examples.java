package org.reachline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The authored lines and the rules they are read with. */
final class Examples {
  static final Rules RULES = Rules.core();
  static final Instant NOW = Instant.parse("2026-01-15T02:00:00Z");
  static final Context PLAIN = Context.at(NOW);

  private Examples() {}

  /** One authored line. */
  record Line(String id, String language, Category category, Severity severity, String text) {}

  static List<Line> all() {
    return read("examples.txt");
  }

  private static List<Line> read(String resource) {
    return RulesLoader.text(resource)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(Examples::parse)
        .toList();
  }

  static List<Line> atLeast(Severity severity) {
    return all().stream().filter(line -> line.severity().atLeast(severity)).toList();
  }

  static Assessment.Assessed assess(String text) {
    return assess(text, PLAIN);
  }

  static Assessment.Assessed assess(String text, Context context) {
    Assessment assessment = Triage.assess(text, context, RULES);
    assertThat(assessment).isInstanceOf(Assessment.Assessed.class);
    return (Assessment.Assessed) assessment;
  }

  static Severity severity(String text) {
    return assess(text).severity();
  }

  /** The spans the evidence marks, in order. */
  static List<String> spans(String text) {
    return assess(text).evidence().stream().map(e -> text.substring(e.start(), e.end())).toList();
  }

  private static Line parse(String line) {
    List<String> parts = List.of(line.split("\\|", 5)).stream().map(String::strip).toList();
    return new Line(
        parts.get(0),
        parts.get(1),
        Category.valueOf(parts.get(2).toUpperCase(Locale.ROOT)),
        Severity.valueOf(parts.get(3).toUpperCase(Locale.ROOT)),
        parts.get(4));
  }
}
