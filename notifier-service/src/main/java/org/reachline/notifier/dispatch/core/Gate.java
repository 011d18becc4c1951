package org.reachline.notifier.dispatch.core;

import java.util.Set;
import org.reachline.contracts.events.OutboundEvent.ConsentChanged;
import org.reachline.contracts.events.OutboundEvent.Purpose;

/**
 * What may not be sent to a conversation.
 *
 * @param revoked purposes that stand revoked
 * @param seq the ledger entry that says so; only grows
 */
public record Gate(Set<Purpose> revoked, long seq) {
  /** Nobody has said anything. */
  public static final Gate OPEN = new Gate(Set.of(), 0);

  public Gate {
    revoked = Set.copyOf(revoked);
  }

  /** After a change; an older one, redelivered, changes nothing. */
  public Gate after(ConsentChanged change) {
    return change.consentSeq() < seq ? this : new Gate(change.revoked(), change.consentSeq());
  }

  /** Whether a purpose may pass. The one confirmation of a STOP always does. */
  public boolean passes(Purpose purpose) {
    return purpose == Purpose.CONFIRMATION || !revoked.contains(purpose);
  }
}
