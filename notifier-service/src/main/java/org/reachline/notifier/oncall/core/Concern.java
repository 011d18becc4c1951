package org.reachline.notifier.oncall.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.reachline.contracts.Category;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Severity;

/** The crisis somebody has to be found for. Codes and opaque ids only. */
public record Concern(
    CrisisId crisisId,
    ConversationId conversationId,
    Category category,
    Severity severity,
    Instant raisedAt) {
  public Concern {
    requireNonNull(crisisId, "crisisId");
    requireNonNull(conversationId, "conversationId");
    requireNonNull(category, "category");
    requireNonNull(severity, "severity");
    requireNonNull(raisedAt, "raisedAt");
  }

  Concern at(Severity higher) {
    return new Concern(crisisId, conversationId, category, higher, raisedAt);
  }
}
