package org.reachline.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Conversation;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Leaving;
import org.reachline.cases.store.Boxes;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.OutboundEvent.SendRequested;
import org.reachline.trust.Scope;

/**
 * Publishes what stands in the outbox of cases that were just written: all of it, in order, so that
 * whoever wrote last also sends what another process left behind. The rows are taken out by the
 * next write.
 */
public final class Relay {
  private static final int REMEMBERED = 100_000;
  private final CaseStore store;
  private final Boxes boxes;
  private final Announcer announcer;
  private final Map<CaseId, Long> published =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CaseId, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  public Relay(CaseStore store, Boxes boxes, Announcer announcer) {
    this.store = store;
    this.boxes = boxes;
    this.announcer = announcer;
  }

  /** The case without the rows this process knows to be published. */
  CaseFile trimmed(CaseFile file) {
    synchronized (published) {
      return file.published(published.getOrDefault(file.id(), 0L));
    }
  }

  /** Publishes every row of these cases; returns when all are durable. */
  void publish(Scope scope, Collection<CaseFile> files) {
    List<Event> events = new ArrayList<>();
    Map<ConversationId, Conversation> known = addressed(scope, files);
    for (CaseFile file : files) {
      for (Leaving leaving : Leaving.all(file)) {
        events.add(event(file, leaving, known));
      }
    }
    if (!events.isEmpty()) {
      announcer.publish(events);
    }
    files.forEach(this::remember);
  }

  private void remember(CaseFile file) {
    synchronized (published) {
      published.merge(file.id(), file.outbox().last(), Math::max);
    }
  }

  private Event event(CaseFile file, Leaving leaving, Map<ConversationId, Conversation> known) {
    return switch (leaving) {
      case Leaving.Ready(var event) -> event;
      case Leaving.ToSeal(var entry, var sent) ->
          sealed(
              file,
              entry,
              sent,
              Objects.requireNonNull(known.get(sent.conversationId()), "conversation"));
    };
  }

  private SendRequested sealed(
      CaseFile file, Entry entry, Entry.Sent sent, Conversation conversation) {
    return new SendRequested(
        sent.messageId(),
        sent.conversationId(),
        file.id(),
        file.opening().client(),
        sent.line(),
        sent.channel(),
        sent.purpose(),
        sent.author(),
        sent.consentSeq(),
        entry.at(),
        boxes.outbound(
            sent.messageId(),
            boxes.address(conversation),
            boxes.text(file, entry.seq(), sent.text())));
  }

  private Map<ConversationId, Conversation> addressed(Scope scope, Collection<CaseFile> files) {
    List<ConversationId> to =
        files.stream()
            .flatMap(file -> Leaving.all(file).stream())
            .filter(Leaving.ToSeal.class::isInstance)
            .map(leaving -> ((Leaving.ToSeal) leaving).sent().conversationId())
            .distinct()
            .toList();
    return to.isEmpty() ? Map.of() : store.conversations().read(scope, to);
  }
}
