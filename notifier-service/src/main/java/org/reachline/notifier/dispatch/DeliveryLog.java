package org.reachline.notifier.dispatch;

import java.util.List;
import org.reachline.contracts.events.DeliveryEvent;

/** The topic of deliveries. */
public interface DeliveryLog {
  /**
   * Publishes in order; returns once all are durable.
   *
   * @throws RuntimeException if one could not be written; those before it may have been
   */
  void publish(List<DeliveryEvent> events);
}
