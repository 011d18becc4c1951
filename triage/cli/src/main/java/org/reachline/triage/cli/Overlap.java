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
    Map<String, List<Integer>> places = places(pieces);
    for (Labelled line : tuning) {
      Set<String> mine = pieces(line.text());
      int[] both = shared(mine, places, pieces.size());
      for (int i = 0; i < both.length; i++) {
        if (both[i] > 0 && jaccard(both[i], mine, pieces.get(i)) >= ALIKE) {
          found.add(line.id() + " and " + regression.get(i).id() + " are alike");
        }
      }
    }
    return found;
  }

  /** In which lines each piece occurs. */
  private static Map<String, List<Integer>> places(List<Set<String>> pieces) {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      for (String piece : pieces.get(i)) {
        places.computeIfAbsent(piece, _ -> new ArrayList<>()).add(i);
      }
    }
    return places;
  }

  /** How many of these pieces each line has. */
  private static int[] shared(Set<String> mine, Map<String, List<Integer>> places, int lines) {
    var both = new int[lines];
    for (String piece : mine) {
      for (int line : places.getOrDefault(piece, List.of())) {
        both[line]++;
      }
    }
    return both;
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

  private static double jaccard(int both, Set<String> a, Set<String> b) {
    return (double) both / (a.size() + b.size() - both);
  }
}
