package org.reachline.analytics.core;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.reachline.analytics.core.Milestone.Step;
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
 * What an event says about which facts: ids, moments and codes, and nothing else of it. No state,
 * no joins: every event carries the keys of its facts. The sealed part of an event is never looked
 * at, and there is no key here to open it.
 */
public final class Projection {
  /** Raised when the codes taken from an event change; its times never do. */
  public static final int VERSION = 1;

  private static final Pattern CODE = Pattern.compile("(?!.*[0-9]{7})[a-z0-9][a-z0-9_.-]{0,31}");

  private Projection() {}

  /** The milestones of an event; empty for one that no figure is made of. */
  public static List<Placed> project(Event event) {
    return switch (event) {
      case InboundEvent inbound -> inbound(inbound);
      case OutboundEvent outbound -> outbound(outbound);
      case DeliveryEvent delivery -> delivery(delivery);
      case CaseEvent cases -> cases(cases);
      case CrisisEvent crisis -> crisis(crisis);
      case EscalationEvent escalation -> escalation(escalation);
      case ReceiptEvent _, QuarantineEvent _ -> List.of(); // their owners count them
    };
  }

  private static List<Placed> inbound(InboundEvent event) {
    return switch (event) {
      case InboundEvent.MessageReceived e ->
          one(
              FactKey.of(e.messageId()),
              Step.RECEIVED,
              e,
              Map.of("channel", code(e.channel()), "kind", code(e.kind())));
      case InboundEvent.MessageEdited e -> one(FactKey.of(e.edited()), Step.EDITED, e, Map.of());
      case InboundEvent.MessageDeleted e -> one(FactKey.of(e.deleted()), Step.DELETED, e, Map.of());
      case InboundEvent.ConsentSignalled e ->
          one(FactKey.of(e.messageId()), Step.CONSENT, e, Map.of("signal", code(e.signal())));
    };
  }

  private static List<Placed> outbound(OutboundEvent event) {
    return switch (event) {
      case OutboundEvent.SendRequested e ->
          one(
              FactKey.of(e.messageId()),
              Step.REQUESTED,
              e,
              Map.of(
                  "author", code(e.author()),
                  "purpose", code(e.purpose()),
                  "channel", code(e.channel())));
      case OutboundEvent.ConsentChanged _ -> List.of();
    };
  }

  private static List<Placed> delivery(DeliveryEvent event) {
    FactKey key = FactKey.of(event.messageId());
    return switch (event) {
      case DeliveryEvent.Sent _ -> one(key, Step.SENT, event, Map.of());
      case DeliveryEvent.Delivered _ -> one(key, Step.DELIVERED, event, Map.of());
      case DeliveryEvent.Read _ -> one(key, Step.READ, event, Map.of());
      case DeliveryEvent.Failed e -> one(key, Step.FAILED, event, Map.of("code", code(e.code())));
      case DeliveryEvent.RefusedOptOut _ -> one(key, Step.REFUSED, event, Map.of());
      case DeliveryEvent.WindowClosed _ -> one(key, Step.WINDOW_CLOSED, event, Map.of());
      case DeliveryEvent.Uncertain _ -> one(key, Step.UNCERTAIN, event, Map.of());
    };
  }

  private static List<Placed> cases(CaseEvent event) {
    return switch (event) {
      case CaseEvent.MessageRecorded e ->
          one(
              FactKey.of(e.messageId()),
              Step.RECORDED,
              e,
              Map.of("author", code(e.author()), "severity", code(e.severity())));
      case CaseEvent.CaseOpened _,
          CaseEvent.CaseAssigned _,
          CaseEvent.CaseClosed _,
          CaseEvent.CaseReopened _,
          CaseEvent.ConsentRecorded _ ->
          List.of();
    };
  }

  private static List<Placed> crisis(CrisisEvent event) {
    FactKey key = FactKey.of(event.crisisId());
    return switch (event) {
      case CrisisEvent.CrisisRaised e -> raised(key, e);
      case CrisisEvent.CrisisReassessed e ->
          one(key, Step.REASSESSED, e, Map.of("severity", code(e.severity())));
      case CrisisEvent.CrisisDisposed e ->
          List.of(
              placed(key, Step.DISPOSED, e, 0, Map.of("outcome", code(e.outcome()))),
              placed(FactKey.of(e.conversationId()), Step.DISPOSED, e, 0, Map.of()));
    };
  }

  /** In the conversation the wait begins with the client's message, which no replay moves. */
  private static List<Placed> raised(FactKey key, CrisisEvent.CrisisRaised e) {
    Placed raised =
        placed(
            key,
            Step.RAISED,
            e,
            0,
            Map.of("severity", code(e.severity()), "category", code(e.category())));
    if (!e.severity().pages()) {
      return List.of(raised);
    }
    Milestone waits = Milestone.of(Step.RAISED, e.eventId(), e.acceptedAt(), 0, Map.of());
    return List.of(raised, new Placed(FactKey.of(e.conversationId()), waits));
  }

  private static List<Placed> escalation(EscalationEvent event) {
    return switch (event) {
      case EscalationEvent.EscalationOpened e -> both(Step.ESCALATED, e, Map.of());
      case EscalationEvent.PagePlanned e -> inConversation(Step.PAGING, e);
      case EscalationEvent.SteppedOn e -> inConversation(Step.PAGING, e);
      case EscalationEvent.Exhausted e -> inConversation(Step.PAGING, e);
      case EscalationEvent.PageSent e -> ofCrisis(Step.PAGED, e, Map.of());
      case EscalationEvent.Acknowledged e ->
          both(Step.ACKNOWLEDGED, e, Map.of("method", code(e.method())));
      case EscalationEvent.Engaged e -> ofCrisis(Step.ENGAGED, e, Map.of());
      case EscalationEvent.Resolved e -> both(Step.RESOLVED, e, Map.of());
      case EscalationEvent.PageDelivered _, EscalationEvent.PageFailed _ -> List.of();
    };
  }

  private static List<Placed> both(Step step, EscalationEvent e, Map<String, String> dims) {
    return List.of(
        placed(FactKey.of(e.crisisId()), step, e, e.seq(), dims),
        placed(FactKey.of(e.conversationId()), step, e, e.seq(), Map.of()));
  }

  private static List<Placed> ofCrisis(Step step, EscalationEvent e, Map<String, String> dims) {
    return List.of(placed(FactKey.of(e.crisisId()), step, e, e.seq(), dims));
  }

  private static List<Placed> inConversation(Step step, EscalationEvent e) {
    return List.of(placed(FactKey.of(e.conversationId()), step, e, e.seq(), Map.of()));
  }

  private static List<Placed> one(FactKey key, Step step, Event event, Map<String, String> dims) {
    return List.of(placed(key, step, event, 0, dims));
  }

  private static Placed placed(
      FactKey key, Step step, Event event, long order, Map<String, String> dims) {
    Instant at = event.at();
    return new Placed(key, Milestone.of(step, event.eventId(), at, order, dims));
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** A code as it came, if it looks like one: anything else could be somebody's words or number. */
  static String code(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return CODE.matcher(lower).matches() ? lower : "other";
  }
}
