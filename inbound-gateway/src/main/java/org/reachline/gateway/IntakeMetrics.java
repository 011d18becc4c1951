package org.reachline.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import org.reachline.contracts.LineId;

/**
 * Every meter of the gateway. For every line: items received = accepted + ignored + quarantined +
 * dead-lettered, to the last one; {@code unavailable} counts calls answered 503, which the provider
 * makes again.
 */
final class IntakeMetrics {
  static final String SERVICE = "inbound-gateway";
  static final String ITEMS = "reachline.intake.items";
  static final String CALLS = "reachline.intake.calls";

  private final MeterRegistry registry;

  IntakeMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void accepted(LineId line) {
    item(line, "accepted", "none");
  }

  void ignored(LineId line, String why) {
    item(line, "ignored", why);
  }

  void quarantined(LineId line, String reason) {
    item(line, "quarantined", reason);
  }

  void deadLettered(LineId line, String why) {
    item(line, "dead-lettered", why);
  }

  /** One answered call, by status class. */
  void answered(int status) {
    registry.counter(CALLS, "status", Integer.toString(status)).increment();
  }

  private void item(LineId line, String outcome, String why) {
    registry.counter(ITEMS, "line", line.value(), "outcome", outcome, "why", why).increment();
  }
}
