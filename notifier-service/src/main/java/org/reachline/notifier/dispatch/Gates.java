package org.reachline.notifier.dispatch;

import java.util.Collection;
import java.util.Map;
import org.reachline.contracts.ConversationId;
import org.reachline.notifier.dispatch.core.Gate;
import org.reachline.trust.Scope;

/** What may not be sent to whom, as told on the topic of the sends, in order with them. */
public interface Gates {
  /** One for each of these; open where nothing was ever said. */
  Map<ConversationId, Gate> of(Scope scope, Collection<ConversationId> conversations);

  /** Keeps the newer one of each, by its number. */
  void putAll(Scope scope, Map<ConversationId, Gate> gates);
}
