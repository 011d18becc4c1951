package org.reachline.notifier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every meter of the service. Tags are codes of ours, never an agency beside a category, never
 * anything of a person. For each topic, records = used + skipped + dead + refused later by the
 * flow.
 */
public final class NotifierMetrics {
  static final String RECORDS = "reachline.notifier.records";
  static final String SENDS = "reachline.notifier.sends";
  static final String PAGES = "reachline.notifier.pages";
  static final String ACKS = "reachline.notifier.acks";
  static final String OVERDUE = "reachline.notifier.overdue";
  static final String STAFF_REQUESTS = "reachline.notifier.staff.requests";
  static final String CRISIS_TO_PAGE = "reachline.notifier.crisis.to.page";
  static final String CRISIS_TO_ACK = "reachline.notifier.crisis.to.ack";

  /** The published names, as the README lists them. */
  static final List<String> NAMES =
      List.of(RECORDS, SENDS, PAGES, ACKS, OVERDUE, STAFF_REQUESTS, CRISIS_TO_PAGE, CRISIS_TO_ACK);

  private final MeterRegistry registry;
  private final AtomicLong overdue;

  public NotifierMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.overdue = registry.gauge(OVERDUE, new AtomicLong());
  }

  /**
   * A record of a topic.
   *
   * @param result used, skipped or dead
   */
  public void record(String topic, String result) {
    count(RECORDS, "topic", topic, "result", result);
  }

  /** A message to a client entered a status. */
  public void send(Enum<?> status) {
    count(SENDS, "status", code(status));
  }

  /** A page entered a state. */
  public void page(Enum<?> state) {
    count(PAGES, "state", code(state));
  }

  /** Somebody took an escalation. */
  public void acked(Enum<?> method, boolean proven, Duration sinceRaised) {
    count(ACKS, "method", code(method), "proven", Boolean.toString(proven));
    timer(CRISIS_TO_ACK).record(sinceRaised);
  }

  /** The first page of an escalation was taken by the provider. */
  public void firstPage(Duration sinceRaised) {
    timer(CRISIS_TO_PAGE).record(sinceRaised);
  }

  /** How many live escalations are due for more than 15 s: anything but 0 is an alarm. */
  public void overdue(long count) {
    overdue.set(count);
  }

  /**
   * A request to the staff hooks.
   *
   * @param result accepted, unknown-line, too-large, or the reason why it was not authentic
   */
  public void staffRequest(String result) {
    count(STAFF_REQUESTS, "result", result);
  }

  private void count(String name, String... tags) {
    Counter.builder(name).tags(tags).register(registry).increment();
  }

  private Timer timer(String name) {
    return Timer.builder(name).publishPercentileHistogram().register(registry);
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
