package org.reachline.triage.cli;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds lines of two parts that are too alike: a run of five words in common, or half of their
 * four-letter pieces. Rules written on one part would then be tested on their own words.
 */
final class Overlap {
  private static final int RUN = 5;
  private static final int PIECE = 4;
  private static final double ALIKE = 0.5;

  private Overlap() {}

  /** Names the pairs by id. */
  static List<String> between(List<Labelled> tuning, List<Labelled> regression) {
    var found = new ArrayList<String>(sharedRuns(tuning, regression));
    List<Set<String>> pieces = regression.stream().map(l -> pieces(l.text())).toList();
    for (Labelled line : tuning) {
      Set<String> mine = pieces(line.text());
      for (int i = 0; i < pieces.size(); i++) {
        if (jaccard(mine, pieces.get(i)) >= ALIKE) {
          found.add(line.id() + " and " + regression.get(i).id() + " are alike");
        }
      }
    }
    return found;
  }

  private static List<String> sharedRuns(List<Labelled> tuning, List<Labelled> regression) {
    Map<String, String> owners = new HashMap<>();
    for (Labelled line : tuning) {
      runs(line.text()).forEach(run -> owners.put(run, line.id()));
    }
    var found = new ArrayList<String>();
    for (Labelled line : regression) {
      runs(line.text()).stream()
          .filter(owners::containsKey)
          .findFirst()
          .ifPresent(run -> found.add(owners.get(run) + " and " + line.id() + " share five words"));
    }
    return found;
  }

  private static Set<String> runs(String text) {
    List<String> words = words(text);
    var found = new HashSet<String>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      found.add(String.join(" ", words.subList(i, i + RUN)));
    }
    return found;
  }

  private static Set<String> pieces(String text) {
    String joined = String.join(" ", words(text));
    var found = new HashSet<String>();
    for (int i = 0; i + PIECE <= joined.length(); i++) {
      found.add(joined.substring(i, i + PIECE));
    }
    return found;
  }

  static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}|['’]", "")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+", -1)).filter(w -> !w.isEmpty()).toList();
  }

  private static double jaccard(Set<String> a, Set<String> b) {
    Set<String> small = a.size() < b.size() ? a : b;
    Set<String> large = small == a ? b : a;
    if (small.isEmpty() || small.size() < ALIKE * large.size()) {
      return 0;
    }
    long both = small.stream().filter(large::contains).count();
    return (double) both / (a.size() + b.size() - both);
  }
}
