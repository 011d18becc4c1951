package org.reachline.cases.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.reachline.cases.core.Risk;
import org.reachline.cases.core.examples.Said;
import org.reachline.contracts.Category;
import org.reachline.contracts.Severity;

/**
 * What the detector said of one message, beside it.
 *
 * @param level empty where there is nothing to say
 * @param categories most urgent first
 * @param reason why it was not assessed, a code; empty if it was
 * @param card whether the banner tells why, with its numbers
 */
public record ReadingView(
    String level, List<String> categories, String reason, boolean card, WhyView why) {
  static final ReadingView NONE = new ReadingView("", List.of(), "", false, WhyView.NONE);

  public ReadingView {
    categories = List.copyOf(categories);
  }

  static ReadingView of(Severity level, Risk risk, boolean card, WhyView why) {
    return switch (level) {
      case NONE -> NONE;
      case UNASSESSED ->
          new ReadingView(
              WebCodes.of(level),
              List.of(),
              risk.reason().toLowerCase(Locale.ROOT),
              card,
              WhyView.NONE);
      default -> new ReadingView(WebCodes.of(level), categories(risk), "", card, why);
    };
  }

  /** What else it is about counts as far as it alarms, or is as urgent as the rest. */
  private static List<String> categories(Risk risk) {
    Stream<Category> also =
        risk.also().stream()
            .filter(f -> Said.flagged(f.severity()) || f.severity() == risk.severity())
            .map(Risk.Finding::category);
    return Stream.concat(Stream.of(risk.category()), also)
        .filter(category -> category != Category.NONE) // where only the urgent path was alarmed
        .map(WebCodes::of)
        .toList();
  }
}
