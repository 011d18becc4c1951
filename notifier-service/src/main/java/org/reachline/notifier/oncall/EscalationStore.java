package org.reachline.notifier.oncall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.EscalationId;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.trust.Scope;

/**
 * Where escalations live: one document each, written whole and compared by version. Refuses a live
 * escalation with nothing due. Blocks; safe for any thread.
 */
public interface EscalationStore {
  Optional<Escalation> find(Scope scope, EscalationId id);

  /** Those that stand for a crisis event, a crisis or a page, newest first. */
  List<Escalation> byKey(Scope scope, String key);

  /** The one under way for a conversation: there is at most one. */
  Optional<Escalation> liveOf(Scope scope, ConversationId conversation);

  /** All under way, oldest first. */
  List<Escalation> live(Scope scope);

  /** Those closed since, newest first. */
  List<Escalation> closedSince(Scope scope, Instant since);

  /**
   * Adds one with version 1.
   *
   * @return false where its id exists or its conversation has one under way
   */
  boolean insert(Scope scope, Escalation escalation);

  /**
   * Replaces the one read at {@code next.v()}; it then has the version after that.
   *
   * @return false where somebody else wrote in between
   */
  boolean replace(Scope scope, Escalation next);

  /** Ids and agencies of what may be claimed at this time, longest due first, of all agencies. */
  List<Due> due(Instant now, int limit);

  /** How many live ones have been due since before this time. */
  long overdue(Instant before);

  /** Work found by a sweep; it comes back in by a scope. */
  record Due(AgencyId agency, EscalationId id) {}
}
