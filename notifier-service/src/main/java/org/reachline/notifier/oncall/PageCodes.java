package org.reachline.notifier.oncall;

import java.time.Instant;
import java.util.Optional;
import org.reachline.contracts.EscalationId;
import org.reachline.trust.Scope;

/**
 * Which escalation a page code names. A code names one thing at a time in an agency, and nothing
 * else for 24 hours after that is closed.
 */
public interface PageCodes {
  Optional<EscalationId> find(Scope scope, String code);

  /** Whether the code is this escalation's from now on; the same call twice is one. */
  boolean reserve(Scope scope, String code, EscalationId id, Instant now);
}
