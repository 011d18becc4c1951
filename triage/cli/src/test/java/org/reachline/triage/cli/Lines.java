package org.reachline.triage.cli;

import java.time.Duration;
import java.util.List;
import org.reachline.triage.Category;
import org.reachline.triage.Severity;
import org.reachline.triage.WeatherAlert;

/** Small labelled lines for tests. */
final class Lines {
  private Lines() {}

  static Labelled of(String id, String text, String lang, Labelled.Label label) {
    return new Labelled(id, messages(text), WeatherAlert.NONE, lang, List.of(label), "t-" + id, id);
  }

  static Labelled of(String id, String text, Category category, Severity severity) {
    return of(id, text, "en", new Labelled.Label(category, severity, List.of()));
  }

  static Labelled none(String id, String text) {
    return of(id, text, Category.NONE, Severity.NONE);
  }

  static Labelled ordinary(String id, String text) {
    return new Labelled(id, messages(text), WeatherAlert.NONE, "en", List.of(), "", "");
  }

  private static List<Labelled.Message> messages(String text) {
    return List.of(new Labelled.Message(Duration.ZERO, text));
  }
}
