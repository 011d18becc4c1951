package org.reachline.triage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.reachline.triage.WeatherAlert;

/**
 * Messages of ordinary life, split by a hash of the text: one half may be read to write rules, the
 * other only counts.
 */
final class OrdinaryMessages {
  private OrdinaryMessages() {}

  /** The project's own. */
  static List<Labelled> reportingHalf(List<Labelled> lines) {
    return lines.stream().filter(line -> forReporting(line.text())).toList();
  }

  static List<Labelled> tuningHalf(List<Labelled> lines) {
    return lines.stream().filter(line -> !forReporting(line.text())).toList();
  }

  static List<Labelled> publicReportingHalf(Path file) throws IOException {
    return reportingHalf(publicMessages(file));
  }

  static List<Labelled> publicTuningHalf(Path file) throws IOException {
    return tuningHalf(publicMessages(file));
  }

  /** The ham of the public SMS collection, each named by its line in the file. */
  private static List<Labelled> publicMessages(Path file) throws IOException {
    var found = new ArrayList<Labelled>();
    List<String> lines = Texts.read(file).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("ham\t")) {
        found.add(line("public:" + (i + 1), lines.get(i).substring(4)));
      }
    }
    return found;
  }

  static boolean forReporting(String text) {
    return (text.strip().toLowerCase(Locale.ROOT).hashCode() & 1) == 1;
  }

  static Labelled line(String id, String text) {
    var message = new Labelled.Message(Duration.ZERO, text);
    return new Labelled(id, List.of(message), WeatherAlert.NONE, "-", List.of(), "", "");
  }
}
