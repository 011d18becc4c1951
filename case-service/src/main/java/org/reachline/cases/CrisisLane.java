package org.reachline.cases;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.core.Risk;
import org.reachline.cases.core.Times;
import org.reachline.cases.core.Tongue;
import org.reachline.cases.store.Boxes;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.triage.Context;
import org.reachline.triage.Context.Earlier;

/**
 * The urgent path: every message is read for danger and what pages somebody is announced before its
 * offset is committed. It asks no database, so a slow or dead one delays no page; its memory is
 * what came by lately. Start reading here.
 */
final class CrisisLane {
  private final Boxes boxes;
  private final Detector detector;
  private final Announcer announcer;
  private final Recent recent;
  private final CaseMetrics metrics;
  private final CaseMetrics uncounted = CaseMetrics.none();
  private final InstantSource clock;

  CrisisLane(
      Boxes boxes,
      Detector detector,
      Announcer announcer,
      Recent recent,
      CaseMetrics metrics,
      InstantSource clock) {
    this.boxes = boxes;
    this.detector = detector;
    this.announcer = announcer;
    this.recent = recent;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Reads a batch in order; returns when every alert in it is durable. */
  void accept(List<Item<InboundEvent>> batch) {
    List<CrisisRaised> raised = new ArrayList<>();
    for (Item<InboundEvent> item : batch) {
      raised.addAll(read(item.event(), metrics));
    }
    announcer.publish(raised);
    raised.forEach(event -> metrics.raised(event.severity(), event.acceptedAt(), event.at()));
  }

  /** Fills the memory from a message that was read before; announces and counts nothing. */
  void recall(Item<InboundEvent> item) {
    read(item.event(), uncounted);
  }

  private List<CrisisRaised> read(InboundEvent event, CaseMetrics count) {
    try {
      return switch (event) {
        case InboundEvent.MessageReceived received ->
            words(received, received.kind(), received.messageId(), count);
        case InboundEvent.MessageEdited edited -> words(edited, "text", edited.messageId(), count);
        case InboundEvent.MessageDeleted _ -> List.of();
        case InboundEvent.ConsentSignalled _ -> List.of();
      };
    } catch (RuntimeException surprise) { // one message must not stop those behind it
      count.laneSurprise();
      return List.of();
    }
  }

  private List<CrisisRaised> words(
      InboundEvent event, String kind, MessageId message, CaseMetrics count) {
    @Nullable InboundContent content = boxes.inbound(event);
    if (content == null) { // CaseFlow sends it to the dead letters
      count.laneUnreadable();
      return List.of();
    }
    Risk risk = assess(event, kind, message, content, count);
    return risk.severity().pages() ? List.of(event(event, message, content, risk)) : List.of();
  }

  private Risk assess(
      InboundEvent event,
      String kind,
      MessageId message,
      InboundContent content,
      CaseMetrics count) {
    ConversationId conversation = event.conversationId();
    List<Earlier> before = recent.before(conversation, message, event.at());
    Context context =
        Context.at(event.at()).withEarlier(before).withOpenEpisode(Recent.paged(before));
    Risk risk = detector.read(event.agency(), kind, content, context);
    String text = content.text().reveal();
    if (recent.remember(conversation, message, event.at(), text, risk.severity())) {
      count.assessed(risk); // here and not in the case flow, so that a message counts once
    }
    return risk;
  }

  private CrisisRaised event(
      InboundEvent event, MessageId message, InboundContent content, Risk risk) {
    return new CrisisRaised(
        Derived.crisis(message),
        event.conversationId(),
        message,
        risk.category(),
        risk.severity(),
        risk.why().evidence(),
        risk.why().rulesVersion(),
        risk.why().modifiers(),
        risk.why().readWith(),
        Tongue.of(content.text().reveal()),
        List.of(), // nobody has been asked: there is no safe-contact profile yet
        Times.millis(event.at()),
        Times.millis(clock.instant()));
  }
}
