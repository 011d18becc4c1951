package org.reachline.gateway;

import java.util.concurrent.CompletableFuture;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.Wire;

/**
 * Where accepted things become durable. A completed future means acknowledged by all in-sync
 * replicas, never less.
 */
interface IntakeLog {
  /** An event that no record can hold; keeping it again would fail again. */
  final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super("larger than a record may be", null, false, false);
    }
  }

  /**
   * Keeps an event on its topic. The future fails where the broker did not acknowledge in time; the
   * event may still arrive. It fails with {@link TooLarge} where it never can.
   */
  CompletableFuture<Void> keep(Event event);

  /** Keeps a record nobody could read. */
  CompletableFuture<Void> bury(Wire letter);
}
