package org.reachline.notifier.oncall;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Scope;

/** Which texts from staff were worked on already, so that a redelivered one is answered once. */
public interface HeardReplies {
  /**
   * One text from staff. What it said is not kept.
   *
   * @param id from the provider's own id of it
   * @param wrongCode whether it named a code that is not theirs
   * @param answer what is said back; empty for nothing
   * @param answered whether the answer was about to leave
   */
  record Heard(
      String id, StaffId staff, boolean wrongCode, String answer, boolean answered, Instant at) {
    public Heard {
      requireNonNull(id, "id");
      requireNonNull(staff, "staff");
      requireNonNull(answer, "answer");
      requireNonNull(at, "at");
    }
  }

  Optional<Heard> find(Scope scope, String id);

  /** Keeps it unless it is there. */
  boolean insert(Scope scope, Heard heard);

  /** Whether this caller may send the answer: once it was true, it is not again. */
  boolean beginAnswer(Scope scope, String id);

  /** How often this person named a wrong code since. */
  long wrongCodes(Scope scope, StaffId staff, Instant since);
}
