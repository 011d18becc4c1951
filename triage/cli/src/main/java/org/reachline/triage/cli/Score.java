package org.reachline.triage.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.reachline.triage.Category;
import org.reachline.triage.Severity;

/** All measures over a set, whole and by group. */
record Score(
    Map<String, Map<Measure, Share>> groups, Share alarms, Share pages, List<Judged> lines) {

  static Score of(List<Judged> lines) {
    var groups = new LinkedHashMap<String, Map<Measure, Share>>();
    groups.put("all", measures(lines));
    for (String lang : new TreeSet<>(lines.stream().map(j -> j.gold().lang()).toList())) {
      put(groups, lang, lines.stream().filter(j -> j.gold().lang().equals(lang)).toList());
    }
    for (Category category : Category.values()) {
      put(
          groups,
          Answers.lower(category),
          lines.stream()
              .filter(j -> j.gold().namesCategory() && j.gold().category() == category)
              .toList());
    }
    List<Judged> ordinary = lines.stream().filter(j -> j.gold().isOrdinary()).toList();
    return new Score(
        groups, atLeast(ordinary, Severity.ELEVATED), atLeast(ordinary, Severity.HIGH), lines);
  }

  private static void put(
      Map<String, Map<Measure, Share>> groups, String name, List<Judged> lines) {
    if (lines.stream().anyMatch(j -> !j.gold().isOrdinary())) {
      groups.put(name, measures(lines));
    }
  }

  private static Map<Measure, Share> measures(List<Judged> lines) {
    var found = new EnumMap<Measure, Share>(Measure.class);
    for (Measure measure : Measure.values()) {
      found.put(measure, measure.of(lines));
    }
    return found;
  }

  private static Share atLeast(List<Judged> lines, Severity level) {
    return new Share((int) lines.stream().filter(j -> j.found(level)).count(), lines.size());
  }

  Share share(String group, Measure measure) {
    var measures = groups.get(group);
    return measures == null ? new Share(0, 0) : measures.getOrDefault(measure, new Share(0, 0));
  }

  /** English minus the other language, of measure A; not a number when one of them is absent. */
  double gap(String other) {
    return share("en", Measure.A).value() - share(other, Measure.A).value();
  }

  long unassessed() {
    return lines.stream().filter(j -> !j.assessed()).count();
  }

  boolean hasLabels() {
    return lines.stream().anyMatch(j -> !j.gold().isOrdinary());
  }

  boolean hasOrdinary() {
    return alarms.of() > 0;
  }

  /** Ids and labels of the lines that count against a measure; never their text. */
  List<String> missed(Measure measure) {
    var found = new ArrayList<String>();
    for (Judged line : lines) {
      if (measure.isMissed(line)) {
        found.add(describe(line));
      }
    }
    return found;
  }

  List<String> ordinaryAlarms() {
    return lines.stream()
        .filter(j -> j.gold().isOrdinary() && j.found(Severity.ELEVATED))
        .map(Score::describe)
        .toList();
  }

  private static String describe(Judged j) {
    return j.gold().id()
        + "  "
        + gold(j.gold())
        + " -> "
        + Answers.lower(j.category())
        + "/"
        + Answers.lower(j.severity());
  }

  private static String gold(Labelled line) {
    if (line.isOrdinary()) {
      return "ordinary";
    }
    String category = line.namesCategory() ? Answers.lower(line.category()) : LabelledFiles.UNKNOWN;
    return category + "/" + Answers.lower(line.severity());
  }
}
