package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import org.reachline.contracts.CrisisId;

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

  /** A crisis a person disposed of. */
  record Disposed(long no, CrisisId crisis) implements Row {
    public Disposed {
      requireNonNull(crisis, "crisis");
    }
  }
}
