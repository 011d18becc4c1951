package org.reachline.cases.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.reachline.cases.core.Tongue;
import org.reachline.cases.view.MarkedView.Span;
import org.reachline.contracts.events.CrisisEvent.Evidence;

/**
 * A numbered place in a message with all that was found there.
 *
 * @param quote the words that stand there, cut from the stored text
 */
record Spot(Span span, String quote, String lang, List<Evidence> found) {
  Spot {
    found = List.copyOf(found);
  }

  /** The places of a text, in order, numbered from the next one on; what overlaps is one place. */
  static List<Spot> of(List<Evidence> evidence, String text, int before) {
    List<Spot> spots = new ArrayList<>();
    evidence.stream()
        .sorted(Comparator.comparingInt(Evidence::start))
        .forEach(one -> add(spots, one, text, before));
    return spots;
  }

  private static void add(List<Spot> spots, Evidence one, String text, int before) {
    Span span = new Span(one.start(), one.end(), 0).in(text);
    if (span.isEmpty()) {
      return;
    }
    List<Evidence> found = new ArrayList<>();
    int start = span.start();
    int end = span.end();
    if (!spots.isEmpty() && spots.getLast().span().end() > start) {
      Spot last = spots.removeLast();
      found.addAll(last.found());
      start = last.span().start();
      end = Math.max(end, last.span().end());
    }
    found.add(one);
    Span whole = new Span(start, end, before + spots.size() + 1);
    spots.add(new Spot(whole, text.substring(start, end), Tongue.of(text), found));
  }

  /** Quotes nothing. */
  @Override
  public String toString() {
    return "Spot[" + span.mark() + "]";
  }
}
