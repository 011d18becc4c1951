package org.reachline.cases.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.core.examples.Example;
import org.reachline.cases.core.examples.Said;
import org.reachline.contracts.Category;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;

/**
 * What may be said, and was said, of one message.
 *
 * @param message its id; empty where nothing may be said
 * @param flagged whether it had alarmed somebody
 * @param worst whether no level is higher than what it had
 * @param state what was said: missed, false_alarm, nothing_missed, or empty
 * @param category which danger, a code; empty where nobody said
 */
public record LabelView(
    String message,
    boolean flagged,
    boolean worst,
    String state,
    String by,
    String category,
    Instant at) {
  static final LabelView NONE = new LabelView("", false, false, "", "", "", Instant.EPOCH);

  static LabelView of(
      MessageId message, Severity said, @Nullable Example example, WebPeople people) {
    LabelView unsaid =
        new LabelView(
            message.value(),
            Said.flagged(said),
            said == Severity.IMMINENT,
            "",
            "",
            "",
            Instant.EPOCH);
    return example == null ? unsaid : of(unsaid, example, people);
  }

  private static LabelView of(LabelView unsaid, Example example, WebPeople people) {
    return example
        .mark()
        .map(
            mark ->
                new LabelView(
                    unsaid.message(),
                    unsaid.flagged(),
                    unsaid.worst(),
                    WebCodes.of(mark.label()),
                    people.name(mark.by()),
                    mark.category() == Category.NONE ? "" : WebCodes.of(mark.category()),
                    mark.at()))
        .orElse(unsaid);
  }
}
