package org.reachline.cases;

import java.util.List;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.Wire;

/** The way out to the topics. Returns when the broker has acknowledged everything, or throws. */
interface Announcer {
  /** Publishes events in this order. */
  void publish(List<? extends Event> events);

  /** Publishes a record that could not be used. */
  void bury(Wire letter);
}
