package org.reachline.notifier.oncall.core;

import java.time.Duration;
import java.util.Set;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.PageId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.EscalationEvent.Method;

/** Everything that can happen to an escalation. */
public sealed interface Input {
  /**
   * A further crisis event of the same conversation, or the same one again.
   *
   * @param keys its event id and crisis id
   * @param concern the further crisis
   */
  record Merged(Set<String> keys, Concern concern) implements Input {
    public Merged {
      keys = Set.copyOf(keys);
    }
  }

  /**
   * A node takes the lease, or renews its own, and plans whatever is due.
   *
   * @param owner one name for one piece of work, so that a repeated write meets its own lease
   * @param unreachable who cannot be texted now
   */
  record Work(String owner, Set<StaffId> unreachable) implements Input {
    public Work {
      unreachable = Set.copyOf(unreachable);
    }
  }

  /** The node is done, unless something fell due meanwhile. */
  record Released(long token) implements Input {}

  /** A node is about to call the provider for this attempt. */
  record Fenced(String attempt, long token) implements Input {}

  /** What came of the call. */
  record Reported(String attempt, int tries, Outcome outcome) implements Input {}

  /** What the provider said when asked whether it has a text whose answer was lost. */
  record Asked(String attempt, int tries, Whereabouts found) implements Input {}

  /** The provider says later what became of it. */
  record Received(PageId page, Progress progress, String code) implements Input {}

  /** Somebody takes it. */
  record Acknowledged(StaffId by, Method method, boolean proven, String cause) implements Input {}

  /** Somebody passes it on. */
  record PassedOn(StaffId by, AsOf asOf) implements Input {}

  /** Somebody who was paged said STOP: whatever they got, no answer will come of it. */
  record Silenced(StaffId who) implements Input {}

  /** Somebody wants everyone paged now. */
  record EveryoneWanted(StaffId by) implements Input {}

  /** Whoever has it is in contact with the client. */
  record InContact(StaffId by) implements Input {}

  /** Whoever has it gives it back. */
  record HandedBack(StaffId by) implements Input {}

  /**
   * A person ended it.
   *
   * @param outcome a code
   */
  record Closed(StaffId by, String outcome) implements Input {}

  /** A person disposed of one of its crises; with the last one it ends. */
  record Disposed(CrisisId crisis, StaffId by, String outcome) implements Input {}

  /** The log up to this number is on the topic. */
  record Relayed(long seq) implements Input {}

  /** The topic could not be written. */
  record RelayFailed() implements Input {}

  /** What a call to the provider came to. */
  sealed interface Outcome {
    record Accepted() implements Outcome {}

    record Again(Duration after, String code) implements Outcome {}

    record Refused(String code) implements Outcome {}

    record Unknown() implements Outcome {}
  }

  /** Whether a provider has a text. */
  enum Whereabouts {
    HAS_IT,
    /** It has, and could not deliver it. */
    HAS_FAILED,
    HAS_NOT,
    CANNOT_SAY
  }

  /** How far the provider says a page got. */
  enum Progress {
    ACCEPTED,
    DELIVERED,
    FAILED
  }

  /** Which moment a "pass on" speaks of. */
  sealed interface AsOf {
    /** The moment of a page: ignored if the escalation has moved since. */
    record OfPage(int gen, int step, int loop) implements AsOf {}

    /** Now, by hand, whoever has it. */
    record ByHand() implements AsOf {}
  }
}
