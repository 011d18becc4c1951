package org.reachline.notifier.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.notifier.dispatch.core.Send;
import org.reachline.trust.Scope;

/** Every message to a client, one document each. Blocks; safe for any thread. */
public interface SendLedger {
  Optional<Send> find(Scope scope, MessageId id);

  /** Which of these it has already. One read. */
  Set<MessageId> known(Scope scope, Collection<MessageId> ids);

  /** Adds those that are not there; leaves the others as they are. One write. */
  void insertAll(Scope scope, List<Send> sends);

  /**
   * Replaces the one read at {@code next.v()}.
   *
   * @return false where somebody else wrote in between
   */
  boolean replace(Scope scope, Send next);

  /** Those of a conversation that may still have to be sent, in the order of their requests. */
  List<Send> open(Scope scope, ConversationId conversation);

  /** What has to be done by this time, longest due first, of all agencies. */
  List<Due> due(Instant now, int limit);

  /** Work found by a sweep; it comes back in by a scope. */
  record Due(AgencyId agency, ConversationId conversation, MessageId id) {}
}
