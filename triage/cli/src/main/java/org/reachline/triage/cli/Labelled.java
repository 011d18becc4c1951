package org.reachline.triage.cli;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import org.reachline.triage.Category;
import org.reachline.triage.Severity;
import org.reachline.triage.WeatherAlert;

/**
 * One line of a labelled set, or of an ordinary set when it has no label.
 *
 * @param messages one in most cases; several, the oldest first, for a thread
 * @param lang en, es, mix, or "-" when not given
 * @param label an empty list, or one label
 */
record Labelled(
    String id,
    List<Message> messages,
    WeatherAlert weather,
    String lang,
    List<Label> label,
    String theme,
    String author) {
  Labelled {
    requireNonNull(id);
    messages = List.copyOf(messages);
    requireNonNull(weather);
    requireNonNull(lang);
    label = List.copyOf(label);
    requireNonNull(theme);
    requireNonNull(author);
  }

  /** A message and the time since the first one of its thread. */
  record Message(Duration after, String text) {
    Message {
      requireNonNull(after);
      requireNonNull(text);
    }

    /** Gives the length of the text only. */
    @Override
    public String toString() {
      return "Message[after=" + after + ", length=" + text.length() + "]";
    }
  }

  /**
   * What a person said the line is.
   *
   * @param category {@code NONE} where severity is none, and where nobody said which danger it is
   */
  record Label(Category category, Severity severity, List<Category> alternatives) {
    Label {
      requireNonNull(category);
      requireNonNull(severity);
      alternatives = List.copyOf(alternatives);
    }

    boolean namesCategory() {
      return category != Category.NONE || severity == Severity.NONE;
    }

    boolean accepts(Category found) {
      return found == category || alternatives.contains(found);
    }
  }

  /** The message the label speaks of. */
  String text() {
    return messages.getLast().text();
  }

  boolean isOrdinary() {
    return label.isEmpty();
  }

  Category category() {
    return label.isEmpty() ? Category.NONE : label.getFirst().category();
  }

  /** Whether somebody said which danger it is, or that it is none. */
  boolean namesCategory() {
    return label.isEmpty() || label.getFirst().namesCategory();
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
