package org.reachline.gateway;

import java.util.concurrent.CompletableFuture;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.Wire;

/**
 * Where accepted things become durable. A completed future means acknowledged by all in-sync
 * replicas, never less.
 */
interface IntakeLog {
  /**
   * Keeps an event on its topic. The future fails where the broker did not acknowledge in time; the
   * event may still arrive.
   */
  CompletableFuture<Void> keep(Event event);

  /** Keeps a record nobody could read. */
  CompletableFuture<Void> bury(Wire letter);
}
