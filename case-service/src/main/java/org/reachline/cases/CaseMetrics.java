package org.reachline.cases;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.reachline.cases.core.Command;
import org.reachline.cases.core.Refusal;
import org.reachline.cases.core.Risk;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.InboundEvent;

/**
 * Every meter of this service. An operator can rely on: consumed = recorded + buried + skipped, per
 * inbound event; assessed counts a message once, when the lane reads it for the first time.
 */
public final class CaseMetrics {
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
  static final String UNASSESSED = "reachline.cases.unassessed";
  static final String OVERLAYS = "reachline.cases.overlays";
  static final String OVERLAYS_REFUSED = "reachline.cases.overlays.refused";
  static final String SAMPLED = "reachline.cases.sampled";
  static final String LABELS = "reachline.cases.labels";
  static final String EXPORTED = "reachline.cases.examples.exported";

  private final MeterRegistry registry;

  CaseMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts nothing. */
  static CaseMetrics none() {
    return new CaseMetrics(new CompositeMeterRegistry());
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

  void assessed(Risk risk) {
    count(ASSESSED, "severity", risk.severity().name().toLowerCase(Locale.ROOT));
    unassessed("lane", risk);
  }

  /** The queue shows the flow's reading, which may fail where that of the lane did not. */
  void readInFlow(Risk risk) {
    unassessed("flow", risk);
  }

  private void unassessed(String where, Risk risk) {
    if (risk.severity() == Severity.UNASSESSED) {
      String reason = risk.reason().toLowerCase(Locale.ROOT);
      registry.counter(UNASSESSED, "where", where, "reason", reason).increment();
    }
  }

  void overlay(String outcome) {
    count(OVERLAYS, "outcome", outcome);
  }

  /** As long as one lies refused, not only when it came. */
  void overlaysRefused(Supplier<Number> now) {
    Gauge.builder(OVERLAYS_REFUSED, now).register(registry);
  }

  /** A message that nobody was alarmed about was picked for a person to read. */
  public void sampled() {
    registry.counter(SAMPLED).increment();
  }

  /** Somebody said what a message really was, or tried to. */
  public void labelled(String label, String outcome) {
    registry.counter(LABELS, "label", label, "outcome", outcome).increment();
  }

  public void exported(int lines) {
    registry.counter(EXPORTED).increment(lines);
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
