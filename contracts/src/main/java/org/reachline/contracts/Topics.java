package org.reachline.contracts;

import java.time.Duration;
import java.util.List;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.DeliveryEvent;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.events.OutboundEvent;
import org.reachline.contracts.events.QuarantineEvent;
import org.reachline.contracts.events.ReceiptEvent;

/**
 * Every topic between services: its name, what it carries, its key, how long it is kept. Names are
 * compile-time constants.
 */
public final class Topics {
  public static final String INBOUND = "reachline.inbound";
  public static final String RECEIPTS = "reachline.receipts";
  public static final String QUARANTINE = "reachline.quarantine";
  public static final String CASES = "reachline.cases";
  public static final String CRISES = "reachline.crises";
  public static final String OUTBOUND = "reachline.outbound";
  public static final String DELIVERY = "reachline.delivery";
  public static final String ESCALATIONS = "reachline.escalations";
  public static final String DEAD_LETTERS = "reachline.dead-letters";

  public static final Topic<InboundEvent> OF_INBOUND =
      new Topic<>(INBOUND, InboundEvent.class, "conversationId", days(14));
  public static final Topic<ReceiptEvent> OF_RECEIPTS =
      new Topic<>(RECEIPTS, ReceiptEvent.class, "conversationId", days(7));
  public static final Topic<QuarantineEvent> OF_QUARANTINE =
      new Topic<>(QUARANTINE, QuarantineEvent.class, "line", days(14));
  public static final Topic<CaseEvent> OF_CASES =
      new Topic<>(CASES, CaseEvent.class, "caseId", days(30));
  public static final Topic<CrisisEvent> OF_CRISES =
      new Topic<>(CRISES, CrisisEvent.class, "conversationId", days(30));
  public static final Topic<OutboundEvent> OF_OUTBOUND =
      new Topic<>(OUTBOUND, OutboundEvent.class, "conversationId", days(7));
  public static final Topic<DeliveryEvent> OF_DELIVERY =
      new Topic<>(DELIVERY, DeliveryEvent.class, "conversationId", days(30));
  public static final Topic<EscalationEvent> OF_ESCALATIONS =
      new Topic<>(ESCALATIONS, EscalationEvent.class, "escalationId", days(30));

  /** How long a dead letter is kept; its records are those of any other topic, as they were. */
  public static final Duration DEAD_LETTERS_KEPT = days(30);

  /** Every topic that carries events, in the order a message passes them. */
  public static final List<Topic<? extends Event>> ALL =
      List.of(
          OF_INBOUND,
          OF_RECEIPTS,
          OF_QUARANTINE,
          OF_CASES,
          OF_CRISES,
          OF_OUTBOUND,
          OF_DELIVERY,
          OF_ESCALATIONS);

  private Topics() {}

  /**
   * One topic.
   *
   * @param name its name on the broker
   * @param family the sealed interface of its events
   * @param key what the record key is, in words
   * @param kept how long records stay
   */
  public record Topic<E extends Event>(String name, Class<E> family, String key, Duration kept) {}

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
