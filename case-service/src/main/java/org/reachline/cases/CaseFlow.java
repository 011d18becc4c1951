package org.reachline.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Consents;
import org.reachline.cases.core.Fact;
import org.reachline.cases.core.Page;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.Risk;
import org.reachline.cases.core.Rules;
import org.reachline.cases.core.Situation;
import org.reachline.cases.store.Boxes;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.trust.Scope;

/**
 * What happens to a person's message: opened, read for danger, put into the right case, written,
 * announced. A crash anywhere means that the batch comes again, and coming again changes nothing.
 * Start reading here.
 */
public final class CaseFlow {
  private static final int ATTEMPTS = 8;
  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(5);

  private final Boxes boxes;
  private final Reading reading;
  private final Rules rules;
  private final CaseStore store;
  private final Writing writing;
  private final Relay relay;
  private final Announcer announcer;
  private final CaseMetrics metrics;
  private final InstantSource clock;

  public CaseFlow(
      Boxes boxes,
      Reading reading,
      Rules rules,
      CaseStore store,
      Relay relay,
      Announcer announcer,
      CaseMetrics metrics,
      InstantSource clock) {
    this.boxes = boxes;
    this.reading = reading;
    this.rules = rules;
    this.store = store;
    this.writing = new Writing(store, metrics, clock);
    this.relay = relay;
    this.announcer = announcer;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Takes a batch in order; returns when all of it is written and announced. */
  public void accept(List<Item<InboundEvent>> batch) {
    byAgency(batch).forEach(this::settle);
  }

  private static Map<Scope, List<Item<InboundEvent>>> byAgency(List<Item<InboundEvent>> batch) {
    Map<AgencyId, Scope> scopes = new LinkedHashMap<>();
    Map<Scope, List<Item<InboundEvent>>> groups = new LinkedHashMap<>();
    for (Item<InboundEvent> item : batch) {
      Scope scope = scopes.computeIfAbsent(item.scope().agency(), _ -> item.scope());
      groups.computeIfAbsent(scope, _ -> new ArrayList<>()).add(item);
    }
    return groups;
  }

  /** One agency's part: decided on what is stored, again if somebody wrote in between. */
  private void settle(Scope scope, List<Item<InboundEvent>> items) {
    List<Readable> readable = open(items);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Desk desk = load(scope, readable);
      List<Event> loose = new ArrayList<>();
      List<Page> pages = new ArrayList<>();
      for (Readable one : readable) {
        decide(desk, one, readable, loose, pages, scope);
      }
      if (writing.save(scope, desk, pages)) {
        relay.publish(scope, desk.touchedFiles());
        if (!loose.isEmpty()) {
          announcer.publish(loose);
        }
        readable.forEach(one -> metrics.recorded(one.event()));
        return;
      }
      metrics.conflict();
    }
    throw new Contended();
  }

  private List<Readable> open(List<Item<InboundEvent>> items) {
    List<Readable> readable = new ArrayList<>();
    for (Item<InboundEvent> item : items) {
      @Nullable InboundContent content = boxes.inbound(item.event());
      if (content == null && hasContent(item.event())) {
        announcer.bury(item.letter().apply("UNREADABLE"));
        metrics.buried("UNREADABLE");
      } else {
        readable.add(new Readable(item.event(), content));
      }
    }
    return readable;
  }

  private static boolean hasContent(InboundEvent event) {
    return event instanceof InboundEvent.MessageReceived
        || event instanceof InboundEvent.MessageEdited;
  }

  private Desk load(Scope scope, List<Readable> readable) {
    List<InboundEvent> events = readable.stream().map(Readable::event).toList();
    return Desk.load(store, scope, rules.programme(), events, relay);
  }

  private void decide(
      Desk desk,
      Readable one,
      List<Readable> batch,
      List<Event> loose,
      List<Page> pages,
      Scope scope) {
    switch (one.event()) {
      case InboundEvent.MessageReceived event -> arrived(desk, event, one, batch);
      case InboundEvent.MessageEdited event -> edited(desk, event, one, batch, pages, scope);
      case InboundEvent.MessageDeleted event -> deleted(desk, event, pages, scope);
      case InboundEvent.ConsentSignalled event -> signalled(desk, event, loose);
    }
  }

  private void arrived(
      Desk desk, InboundEvent.MessageReceived event, Readable one, List<Readable> batch) {
    Placed place = desk.placed(event.messageId());
    if (one.content() == null || (place != null && place.page() > 0)) {
      return; // it lies in a sealed page: recorded long ago
    }
    Risk risk = read(desk, event, event.kind(), one.content());
    Fact fact = new Fact.Arrived(event, one.content(), risk, answered(event, batch));
    put(desk, desk.situation(event.conversationId(), event.messageId()), fact);
  }

  private Risk read(Desk desk, InboundEvent event, String kind, InboundContent content) {
    Risk risk = reading.read(desk, event, kind, content, event.messageId());
    metrics.readInFlow(risk);
    return risk;
  }

  /** The provider's word on the same text may come right behind it in the batch. */
  private static boolean answered(InboundEvent event, List<Readable> batch) {
    return batch.stream()
        .anyMatch(
            other ->
                other.event() instanceof InboundEvent.ConsentSignalled signal
                    && signal.providerAnswered()
                    && signal.conversationId().equals(event.conversationId())
                    && Duration.between(signal.at(), event.at()).abs().compareTo(ANSWERED_WITHIN)
                        <= 0);
  }

  private void edited(
      Desk desk,
      InboundEvent.MessageEdited event,
      Readable one,
      List<Readable> batch,
      List<Page> pages,
      Scope scope) {
    Placed target = desk.placed(event.edited());
    if (target == null || desk.file(target.caseId()) == null || isMessage(desk, event)) {
      arrived(desk, asMessage(event, desk.channel(event.conversationId())), one, batch);
    } else if (one.content() != null) {
      Risk risk = read(desk, event, "text", one.content());
      Fact.Edited fact = new Fact.Edited(event, one.content(), risk);
      put(desk, desk.situation(event.conversationId(), event.edited()), fact);
      Marking.inPage(store, scope, target, event.edited(), fact.change()).ifPresent(pages::add);
    }
  }

  /** Whether the change was taken for a message when it came first. */
  private static boolean isMessage(Desk desk, InboundEvent.MessageEdited event) {
    Placed place = desk.placed(event.messageId());
    CaseFile file = place == null ? null : desk.file(place.caseId());
    return file != null && file.holds(event.messageId());
  }

  /** Words that change a message we never saw are a message. */
  private static InboundEvent.MessageReceived asMessage(
      InboundEvent.MessageEdited event, String channel) {
    return new InboundEvent.MessageReceived(
        event.messageId(),
        event.conversationId(),
        event.line(),
        channel,
        "text",
        event.at(),
        event.at(),
        event.sealed());
  }

  private void deleted(
      Desk desk, InboundEvent.MessageDeleted event, List<Page> pages, Scope scope) {
    Placed target = desk.placed(event.deleted());
    if (target == null || desk.file(target.caseId()) == null) {
      metrics.deletedUnknown();
      return;
    }
    Fact.Deleted fact = new Fact.Deleted(event);
    put(desk, desk.situation(event.conversationId(), event.deleted()), fact);
    Marking.inPage(store, scope, target, event.deleted(), fact.change()).ifPresent(pages::add);
  }

  private void signalled(Desk desk, InboundEvent.ConsentSignalled event, List<Event> loose) {
    Placed place = desk.placed(event.messageId());
    if (place != null && place.page() > 0) {
      return;
    }
    Situation after =
        put(
            desk,
            desk.situation(event.conversationId(), event.messageId()),
            new Fact.Signalled(event));
    if (!(after instanceof Situation.Filed)) {
      loose.addAll(Consents.announced(after.ledger(), event.messageId()));
    }
  }

  private Situation put(Desk desk, Situation before, Fact fact) {
    Instant now = clock.instant();
    Situation after = rules.decide(before, fact, now);
    desk.put(after, fact.id());
    return after;
  }

  /** Too many wrote the same case at once; the batch is tried again later. */
  static final class Contended extends IllegalStateException {
    private static final long serialVersionUID = 1;

    Contended() {
      super("cases kept changing under the batch");
    }
  }
}
