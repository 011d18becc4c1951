package org.reachline.notifier.oncall.core;

import java.time.Instant;
import org.reachline.contracts.StaffId;

/** What an input came to, for whoever caused it. */
public sealed interface Answer {
  /** Done, or nothing to do. */
  record Done() implements Answer {}

  /** It is theirs; the write that says so is durable once this is given. */
  record Taken(StaffId by, Instant at) implements Answer {}

  /** It was theirs already. */
  record Yours(StaffId by, Instant at) implements Answer {}

  /** Somebody else has it. */
  record TakenBy(StaffId by, Instant at) implements Answer {}

  /** The next one is paged. */
  record PassedOn() implements Answer {}

  /** It has moved since; nothing was changed. */
  record Stale() implements Answer {}

  /** It is over. */
  record Over() implements Answer {}

  /** Not allowed in this state or by this node. */
  record Refused() implements Answer {}
}
