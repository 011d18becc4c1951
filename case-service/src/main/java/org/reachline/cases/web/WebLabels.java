package org.reachline.cases.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.examples.Example.Outcome;
import org.reachline.cases.core.examples.Label;
import org.reachline.cases.examples.LabelFlow;
import org.reachline.cases.examples.LabelFlow.Word;
import org.reachline.contracts.Category;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.Id;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Scope;

/** What forms and scripts say of a message, made into words of the flow. */
final class WebLabels {
  static final String UNKNOWN_LABEL = "unknown-label";
  static final String UNKNOWN_MESSAGE = "unknown-message";

  /** A missed crisis has paged nobody, so there are two levels it can have had. */
  private static final List<Severity> LEVELS = List.of(Severity.HIGH, Severity.IMMINENT);

  private final LabelFlow flow;

  WebLabels(LabelFlow flow) {
    this.flow = flow;
  }

  /** What was asked for, in codes; an empty category or severity is none. */
  record Asked(String label, String category, String severity, String message) {
    Asked {
      label = label == null ? "" : label;
      category = category == null ? "" : category;
      severity = severity == null ? "" : severity;
      message = message == null ? "" : message;
    }
  }

  Outcome say(Scope scope, CaseFile file, CommandId id, StaffId by, Asked asked) {
    Optional<Label> label = Label.ofCode(asked.label());
    Optional<Category> category = category(asked.category());
    Optional<Severity> severity = severity(asked.severity());
    if (label.isEmpty() || category.isEmpty() || severity.isEmpty()) {
      return new Outcome.Refused(UNKNOWN_LABEL);
    }
    boolean details = category.get() != Category.NONE || severity.get() != Severity.NONE;
    if (details && label.get() != Label.MISSED) {
      return new Outcome.Refused(UNKNOWN_LABEL);
    }
    if (!Id.isValid(asked.message())) {
      return new Outcome.Refused(UNKNOWN_MESSAGE);
    }
    MessageId message = new MessageId(asked.message());
    return flow.say(
            scope, file, new Word(id, by, message, label.get(), category.get(), severity.get()))
        .orElseGet(() -> new Outcome.Refused(UNKNOWN_MESSAGE));
  }

  private static Optional<Category> category(String code) {
    return code.isEmpty()
        ? Optional.of(Category.NONE)
        : Stream.of(Category.values())
            .filter(one -> one != Category.NONE && codeOf(one).equals(code))
            .findFirst();
  }

  private static Optional<Severity> severity(String code) {
    return code.isEmpty()
        ? Optional.of(Severity.NONE)
        : LEVELS.stream().filter(one -> codeOf(one).equals(code)).findFirst();
  }

  private static String codeOf(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
