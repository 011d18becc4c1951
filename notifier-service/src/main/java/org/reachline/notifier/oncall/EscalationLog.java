package org.reachline.notifier.oncall;

import java.util.List;
import org.reachline.contracts.events.EscalationEvent;

/** The topic of escalations. */
public interface EscalationLog {
  /**
   * Publishes rows in order; returns once all are durable.
   *
   * @throws RuntimeException if one could not be written; those before it may have been
   */
  void publish(List<EscalationEvent> rows);
}
