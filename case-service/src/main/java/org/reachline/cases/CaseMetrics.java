package org.reachline.cases;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.reachline.cases.core.Command;
import org.reachline.cases.core.Refusal;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.InboundEvent;

/**
 * Every meter of this service. An operator can rely on: consumed = recorded + buried + skipped, per
 * inbound event; assessed counts each reading, so a message counts once in the lane and once in the
 * flow.
 */
final class CaseMetrics {
  static final String RECORDED = "reachline.cases.recorded";
  static final String BURIED = "reachline.cases.buried";
  static final String SKIPPED = "reachline.cases.skipped";
  static final String CONFLICTS = "reachline.cases.conflicts";
  static final String ASSESSED = "reachline.cases.assessed";
  static final String RAISED = "reachline.cases.crises.raised";
  static final String RAISED_AFTER = "reachline.cases.crises.raised.after";
  static final String LANE_LOST = "reachline.cases.lane.unread";
  static final String COMMANDS = "reachline.cases.commands";
  static final String PAGES = "reachline.cases.pages.sealed";
  static final String UNKNOWN = "reachline.cases.unknown";

  private final MeterRegistry registry;

  CaseMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void recorded(InboundEvent event) {
    count(RECORDED, "type", event.getClass().getSimpleName());
  }

  void buried(String code) {
    count(BURIED, "code", code);
  }

  void skipped(String topic) {
    count(SKIPPED, "topic", topic);
  }

  void conflict() {
    registry.counter(CONFLICTS).increment();
  }

  void assessed(Severity severity) {
    count(ASSESSED, "severity", severity.name().toLowerCase(Locale.ROOT));
  }

  void raised(Severity severity, Instant accepted, Instant at) {
    count(RAISED, "severity", severity.name().toLowerCase(Locale.ROOT));
    Duration took = Duration.between(accepted, at);
    Timer.builder(RAISED_AFTER).register(registry).record(took.isNegative() ? Duration.ZERO : took);
  }

  void laneUnreadable() {
    count(LANE_LOST, "why", "unreadable");
  }

  void laneSurprise() {
    count(LANE_LOST, "why", "surprise");
  }

  void command(Command command, String outcome) {
    registry
        .counter(
            COMMANDS,
            "command",
            command.getClass().getSimpleName().toLowerCase(Locale.ROOT),
            "outcome",
            outcome)
        .increment();
  }

  void refused(Refusal why) {
    registry.counter(COMMANDS, "command", "any", "outcome", why.code()).increment();
  }

  void sealedPage() {
    registry.counter(PAGES).increment();
  }

  void deletedUnknown() {
    count(UNKNOWN, "what", "deleted");
  }

  void deliveryUnknown() {
    count(UNKNOWN, "what", "delivery");
  }

  private void count(String name, String tag, String value) {
    registry.counter(name, tag, value).increment();
  }
}
