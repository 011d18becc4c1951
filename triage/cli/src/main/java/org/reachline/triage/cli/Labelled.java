package org.reachline.triage.cli;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.reachline.triage.Category;
import org.reachline.triage.Severity;

/**
 * One line of a labelled set, or of an ordinary set when it has no label.
 *
 * @param lang en, es, mix, or "-" when not given
 * @param label an empty list, or one label
 */
record Labelled(
    String id, String text, String lang, List<Label> label, String theme, String author) {
  Labelled {
    requireNonNull(id);
    requireNonNull(text);
    requireNonNull(lang);
    label = List.copyOf(label);
    requireNonNull(theme);
    requireNonNull(author);
  }

  /** What a person said the line is. */
  record Label(Category category, Severity severity, List<Category> alternatives) {
    Label {
      requireNonNull(category);
      requireNonNull(severity);
      alternatives = List.copyOf(alternatives);
    }

    boolean accepts(Category found) {
      return found == category || alternatives.contains(found);
    }
  }

  boolean isOrdinary() {
    return label.isEmpty();
  }

  Category category() {
    return label.isEmpty() ? Category.NONE : label.getFirst().category();
  }

  Severity severity() {
    return label.isEmpty() ? Severity.NONE : label.getFirst().severity();
  }

  boolean accepts(Category found) {
    return !label.isEmpty() && label.getFirst().accepts(found);
  }

  /** Names neither text. */
  @Override
  public String toString() {
    return "Labelled[" + id + "]";
  }
}
