package org.reachline.notifier.dispatch;

import org.reachline.contracts.AgencyId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.events.OutboundEvent.Purpose;
import org.reachline.contracts.events.OutboundEvent.SendRequested;
import org.reachline.trust.Scope;

/** Requests to send, for tests. */
final class Sends {
  private Sends() {}

  static Scope scope(AgencyId agency) {
    return Scope.ofSweep(agency, "test");
  }

  static SendRequested request(AgencyId agency, String name, String whose, Purpose purpose) {
    Samples samples = Samples.of(agency);
    SendRequested sample = samples.event(SendRequested.class);
    return new SendRequested(
        samples.id(MessageId::new, name),
        samples.id(ConversationId::new, whose),
        sample.caseId(),
        sample.clientId(),
        sample.line(),
        sample.channel(),
        purpose,
        sample.author(),
        0,
        sample.at(),
        sample.sealed());
  }
}
