package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reachline.triage.Learned.Weights;
import org.reachline.triage.Wording.Part;

/**
 * What the learned layer takes one text for; worked out only when somebody asks. One thread only.
 */
final class Suspicion {
  private static final int MOST_PARTS = 20;
  private static final String LINE_ENDS = "\n";
  private static final String SENTENCE_ENDS = "\n.!?;";

  private final Learned learned;
  private final Reading reading;
  private @Nullable Wording wording;
  private @Nullable List<Part> lines;
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
  private boolean anyReaches(Learned.Bar bar, Weights weights, List<Part> parts) {
    for (Part part : parts) {
      if (probability(part, weights) >= bar.crisis()
          && probability(part, learned.serious()) >= bar.serious()) {
        return true;
      }
    }
    return false;
  }

  private double probability(Part part, Weights weights) {
    return 1 / (1 + Math.exp(-part.score(weights)));
  }

  private Wording wording() {
    Wording read = wording;
    if (read == null) {
      read = new Wording(reading.written().words());
      wording = read;
    }
    return read;
  }

  /** The likeliest first. */
  List<Category> categories() {
    Part whole = lines().getFirst();
    return learned.likeliest(whole::score);
  }

  /** The words that weigh most for this category, in order of appearance. */
  List<Written.Word> words(Category category) {
    return learned.telling(reading.written().words(), category);
  }

  /** The whole, then each line of several: a greeting above does not thin out what is below. */
  private List<Part> lines() {
    List<Part> read = lines;
    if (read == null) {
      read = new ArrayList<>(List.of(part(0, reading.text().length())));
      read.addAll(parts(LINE_ENDS));
      lines = read;
    }
    return read;
  }

  /** What stands between these characters, of the first parts of a long text; none if it is one. */
  private List<Part> parts(String ends) {
    var found = new ArrayList<Part>();
    String text = reading.text();
    int from = 0;
    for (int at = 0; at <= text.length() && found.size() < MOST_PARTS; at++) {
      boolean isEnd = at == text.length() || ends.indexOf(text.charAt(at)) >= 0;
      if (isEnd && at > from && at - from < text.length()) {
        found.add(part(from, at));
      }
      from = isEnd ? at + 1 : from;
    }
    return found;
  }

  private Part part(int from, int to) {
    Written written = reading.written();
    return wording().part(written.before(from), written.before(to), reading.cues(from, to));
  }
}
