package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the learned layer takes one text for; worked out only when somebody asks. One thread only.
 */
final class Suspicion {
  private static final int MOST_PARTS = 20;
  private static final String LINE_ENDS = "\n";
  private static final String SENTENCE_ENDS = "\n.!?;";

  private final Learned learned;
  private final Reading reading;
  private @Nullable Features whole;
  private @Nullable List<Features> lines;
  private @Nullable Boolean supports; // many rules of one text ask

  Suspicion(Learned learned, Reading reading) {
    this.learned = learned;
    this.reading = reading;
  }

  /**
   * Whether the text, or a sentence of it, is worded enough like a crisis to bear out a rule that
   * needs it: what a rule found in one sentence is not thinned out by the others.
   */
  boolean supports() {
    Boolean known = supports;
    if (known == null) {
      known = learned.isTrained() && reachesSupport();
      supports = known;
    }
    return known;
  }

  private boolean reachesSupport() {
    return anyReaches(learned.support(), learned.crisis(), lines())
        || anyReaches(learned.support(), learned.crisis(), parts(SENTENCE_ENDS));
  }

  boolean asksForReview() {
    return anyReaches(learned.review(), learned.crisis(), lines());
  }

  boolean mayPage() {
    return anyReaches(learned.page(), learned.urgent(), lines());
  }

  /** Whether any of these is crisis enough by both regressions. */
  private boolean anyReaches(Learned.Bar bar, Learned.Weights weights, List<Features> parts) {
    for (Features part : parts) {
      if (part.probability(weights) >= bar.crisis()
          && part.probability(learned.serious()) >= bar.serious()) {
        return true;
      }
    }
    return false;
  }

  /** The likeliest first. */
  List<Category> categories() {
    return learned.likeliest(whole());
  }

  /** The words that weigh most for this category, in order of appearance. */
  List<Grams.Word> words(Category category) {
    return learned.telling(whole().grams().words(), category);
  }

  private Features whole() {
    Features read = whole;
    if (read == null) {
      read = reading.features(0, reading.text().length());
      whole = read;
    }
    return read;
  }

  /** The whole, then each line of several: a greeting above does not thin out what is below. */
  private List<Features> lines() {
    List<Features> read = lines;
    if (read == null) {
      read = new ArrayList<>(List.of(whole()));
      read.addAll(parts(LINE_ENDS));
      lines = read;
    }
    return read;
  }

  /** What stands between these characters, of the first parts of a long text; none if it is one. */
  private List<Features> parts(String ends) {
    var found = new ArrayList<Features>();
    String text = reading.text();
    int from = 0;
    for (int at = 0; at <= text.length() && found.size() < MOST_PARTS; at++) {
      boolean isEnd = at == text.length() || ends.indexOf(text.charAt(at)) >= 0;
      if (isEnd && at > from && at - from < text.length()) {
        found.add(reading.features(from, at));
      }
      from = isEnd ? at + 1 : from;
    }
    return found;
  }
}
