package org.reachline.triage.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A score for machines. */
final class ScoreJson {
  private ScoreJson() {}

  static String of(Score score, String version, boolean misses, List<Measure> missesOf) {
    var json = new LinkedHashMap<String, Object>();
    json.put("version", version);
    json.put("lines", score.lines().size());
    json.put("unassessed", score.unassessed());
    var groups = new LinkedHashMap<String, Object>();
    score.groups().forEach((name, measures) -> groups.put(name, measures(measures)));
    json.put("groups", score.hasLabels() ? groups : Map.of());
    number(json, "gap_en_es", score.gap("es"));
    number(json, "gap_en_mix", score.gap("mix"));
    if (score.hasOrdinary()) {
      json.put("ordinary_alarms", share(score.alarms()));
      json.put("ordinary_pages", share(score.pages()));
      number(json, "alarms_per_1000", 1000 * score.alarms().value());
    }
    if (misses) {
      var ids = new LinkedHashMap<String, Object>();
      missesOf.forEach(m -> ids.put(m.name(), score.missed(m)));
      ids.put("ordinary", score.ordinaryAlarms());
      json.put("misses", ids);
    }
    return Json.pretty(json);
  }

  private static Map<String, Object> measures(Map<Measure, Share> measures) {
    var json = new LinkedHashMap<String, Object>();
    measures.forEach(
        (measure, share) -> {
          if (share.of() > 0) {
            json.put(measure.name(), share(share));
          }
        });
    return json;
  }

  private static Map<String, Object> share(Share share) {
    var json = new LinkedHashMap<String, Object>();
    number(json, "share", share.value());
    json.put("hits", share.hits());
    json.put("of", share.of());
    number(json, "low", share.low());
    number(json, "high", share.high());
    return json;
  }

  /** JSON knows no "not a number". */
  private static void number(Map<String, Object> json, String name, double value) {
    if (!Double.isNaN(value)) {
      json.put(name, Math.round(value * 10_000) / 10_000.0);
    }
  }
}
