package org.reachline.notifier.oncall;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.reachline.contracts.LineId;
import org.reachline.contracts.PageId;
import org.reachline.contracts.StaffId;
import org.reachline.notifier.oncall.core.Input.Outcome;
import org.reachline.notifier.oncall.core.Input.Whereabouts;
import org.reachline.trust.Scope;

/** Texts to staff. The only way an escalation touches a provider. Blocks at most 5 s. */
public interface StaffLine {
  /**
   * One text.
   *
   * @param id comes back with every receipt
   */
  record Text(LineId line, StaffId to, PageId id, String words) {
    public Text {
      requireNonNull(line, "line");
      requireNonNull(to, "to");
      requireNonNull(id, "id");
      requireNonNull(words, "words");
    }

    @Override
    public String toString() {
      return "Text[" + id + ", " + words.length() + "]";
    }
  }

  /** Sends one text, once. */
  Outcome send(Scope scope, Text text);

  /**
   * Whether the provider has a text whose answer was lost. A text with the same words to the same
   * person counts if it is not older than this moment, less what clocks may differ.
   */
  Whereabouts find(Scope scope, Text text, Instant since);

  /** Which of these cannot be texted: no number, or they said STOP. */
  Set<StaffId> unreachable(Scope scope, Set<StaffId> staff);
}
