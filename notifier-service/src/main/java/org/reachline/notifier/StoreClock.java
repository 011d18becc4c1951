package org.reachline.notifier;

import java.time.Instant;

/**
 * The store's time. Every node asks the same clock, so no promise depends on a node's own. Whole
 * milliseconds; safe for any thread.
 */
public interface StoreClock {
  Instant now();
}
