package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.events.OutboundEvent.Purpose;

/**
 * A reference in a case's outbox to something that must be published. Rows are published in order;
 * the events are made from the document when they leave, the same every time.
 */
public sealed interface Row {
  /** Its place in the outbox, growing for ever. */
  long no();

  /** An entry of the log. */
  record OfEntry(long no, long seq) implements Row {}

  /** A crisis raised from a message. */
  record Raised(long no, CrisisId crisis) implements Row {
    public Raised {
      requireNonNull(crisis, "crisis");
    }
  }

  /** A crisis that made an open episode worse, or another thing. */
  record Reassessed(long no, CrisisId lead, CrisisId cause) implements Row {
    public Reassessed {
      requireNonNull(lead, "lead");
      requireNonNull(cause, "cause");
    }
  }

  /** Purposes that wait, because a client may have said stop. */
  record Paused(
      long no, ConversationId conversation, Set<Purpose> revoked, long ledgerSeq, Instant at)
      implements Row {
    public Paused {
      requireNonNull(conversation, "conversation");
      revoked = Set.copyOf(revoked);
      requireNonNull(at, "at");
    }
  }

  /** A crisis a person disposed of. */
  record Disposed(long no, CrisisId crisis) implements Row {
    public Disposed {
      requireNonNull(crisis, "crisis");
    }
  }
}
