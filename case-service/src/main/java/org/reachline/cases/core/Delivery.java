package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import org.reachline.contracts.CaseId;
import org.reachline.contracts.events.DeliveryEvent;

/**
 * How far an outbound message got. It only moves forward.
 *
 * @param code the provider's or the gate's code for a failure, else empty
 */
public record Delivery(Status status, String code) {
  /** In the order of movement; the last three are final. */
  public enum Status {
    SENDING,
    UNKNOWN,
    SENT,
    DELIVERED,
    READ,
    WINDOW,
    REFUSED,
    FAILED
  }

  public static final Delivery SENDING = new Delivery(Status.SENDING, "");

  public Delivery {
    requireNonNull(status, "status");
    requireNonNull(code, "code");
  }

  /** What an event says. */
  public static Delivery of(DeliveryEvent event) {
    return switch (event) {
      case DeliveryEvent.Sent _ -> new Delivery(Status.SENT, "");
      case DeliveryEvent.Delivered _ -> new Delivery(Status.DELIVERED, "");
      case DeliveryEvent.Read _ -> new Delivery(Status.READ, "");
      case DeliveryEvent.Failed failed -> new Delivery(Status.FAILED, failed.code());
      case DeliveryEvent.RefusedOptOut refused -> new Delivery(Status.REFUSED, refused.code());
      case DeliveryEvent.WindowClosed closed -> new Delivery(Status.WINDOW, closed.code());
      case DeliveryEvent.Uncertain _ -> new Delivery(Status.UNKNOWN, "");
    };
  }

  /** The further of the two. */
  public Delivery forward(Delivery other) {
    return other.status.compareTo(status) > 0 ? other : this;
  }

  /** The case of the message an event is about. */
  public static CaseId caseOf(DeliveryEvent event) {
    return switch (event) {
      case DeliveryEvent.Sent e -> e.caseId();
      case DeliveryEvent.Delivered e -> e.caseId();
      case DeliveryEvent.Read e -> e.caseId();
      case DeliveryEvent.Failed e -> e.caseId();
      case DeliveryEvent.RefusedOptOut e -> e.caseId();
      case DeliveryEvent.WindowClosed e -> e.caseId();
      case DeliveryEvent.Uncertain e -> e.caseId();
    };
  }
}
