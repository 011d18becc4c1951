package org.reachline.cases.core.examples;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.reachline.contracts.Category;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;

/**
 * Somebody's word on a message. Marks are never removed: together they tell who said what, when.
 *
 * @param id the command, so that doing it twice is doing it once
 * @param category which danger, {@code NONE} where nobody said
 * @param severity how urgent, {@code NONE} where nobody said
 */
public record Mark(
    CommandId id, StaffId by, Instant at, Label label, Category category, Severity severity) {
  public Mark {
    requireNonNull(id, "id");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    requireNonNull(label, "label");
    requireNonNull(category, "category");
    requireNonNull(severity, "severity");
  }

  /** Whether it says the same, whoever says it. */
  boolean saysAs(Mark other) {
    return label == other.label && category == other.category && severity == other.severity;
  }
}
