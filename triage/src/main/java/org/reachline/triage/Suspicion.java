package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the learned layer takes one text for; worked out only when somebody asks. One thread only.
 */
final class Suspicion {
  private static final int MOST_LINES = 20;

  private final Learned learned;
  private final Reading reading;
  private @Nullable List<Features> parts;

  Suspicion(Learned learned, Reading reading) {
    this.learned = learned;
    this.reading = reading;
  }

  /** Whether the text is worded enough like a crisis to bear out a rule that needs it. */
  boolean supports() {
    return learned.isTrained() && anyReaches(learned.support(), learned.crisis());
  }

  boolean asksForReview() {
    return anyReaches(learned.review(), learned.crisis());
  }

  boolean mayPage() {
    return anyReaches(learned.page(), learned.urgent());
  }

  /** Whether the text, or any line of it, is crisis enough by both regressions. */
  private boolean anyReaches(Learned.Bar bar, Learned.Weights weights) {
    for (Features part : parts()) {
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
    return parts().getFirst();
  }

  /** The whole, then each line of several: a greeting above does not thin out what is below. */
  private List<Features> parts() {
    List<Features> read = parts;
    if (read == null) {
      read = read();
      parts = read;
    }
    return read;
  }

  private List<Features> read() {
    var found = new ArrayList<Features>();
    String text = reading.text();
    found.add(reading.features(0, text.length()));
    int from = 0;
    for (int end = text.indexOf('\n');
        end >= 0 && found.size() <= MOST_LINES;
        end = text.indexOf('\n', from)) {
      found.add(reading.features(from, end));
      from = end + 1;
    }
    if (from > 0) {
      found.add(reading.features(from, text.length()));
    }
    return found;
  }
}
