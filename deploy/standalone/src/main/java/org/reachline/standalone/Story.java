package org.reachline.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.Event;
import org.reachline.standalone.Hunts.Hunt;
import org.reachline.standalone.Hunts.Taken;

/**
 * What the Phones page shows of one conversation, folded from what really happened: the phone
 * company's log and the topics. It keeps no text. Safe for any thread.
 */
final class Story {
  /**
   * How long a kept text may take to stand in a case, and a crisis to ring a phone, before the page
   * calls it lost or late.
   */
  static final Duration BOUND = Duration.ofSeconds(10);

  private final ConversationId conversation;
  private final Map<MessageId, Instant> arrived = new LinkedHashMap<>();
  private final Map<MessageId, Instant> kept = new HashMap<>();
  private final Map<MessageId, Instant> read = new HashMap<>();
  private final Map<MessageId, Instant> recorded = new HashMap<>();
  private final Map<MessageId, Set<Long>> places = new HashMap<>();
  private final List<Instant> crises = new ArrayList<>();
  private final List<Instant> rings = new ArrayList<>();
  private @Nullable CaseId shown;
  private @Nullable MessageId current;
  private final List<Instant> pages = new ArrayList<>();
  private final Hunts hunts = new Hunts();
  private Instant shownAt = Instant.EPOCH;
  private Instant since;
  private long version;

  /**
   * @param since what happened before is history: it shows in the case, and is not measured
   */
  Story(ConversationId conversation, Instant since) {
    this.conversation = conversation;
    this.since = since;
  }

  /** A text left the client's phone. */
  synchronized void textSent(MessageId id, Instant at) {
    arrived.put(id, at);
    current = id;
    version++;
  }

  /** The webhook answered it with success. */
  synchronized void textKept(MessageId id, Instant at) {
    kept.putIfAbsent(id, at);
    version++;
  }

  /** A page showed on an on-call phone. */
  synchronized void rang(Instant at) {
    rings.add(at);
    version++;
  }

  /** Something passed on a topic; {@code written} is when its record was. */
  synchronized void seen(Event event, Instant written) {
    switch (event) {
      case CaseEvent.MessageRecorded m when m.conversationId().equals(conversation) ->
          recorded(m, written);
      case CrisisEvent.CrisisRaised c when c.conversationId().equals(conversation) -> raised(c);
      case EscalationEvent e when e.conversationId().equals(conversation) -> escalated(e);
      default -> {
        return;
      }
    }
    version++;
  }

  /** Forgets what the page shows; the case stays, as everywhere. */
  synchronized void startOver(Instant now) {
    since = now;
    current = null;
    arrived.clear();
    kept.clear();
    crises.clear();
    rings.clear();
    pages.clear();
    version++;
  }

  private void recorded(CaseEvent.MessageRecorded message, Instant written) {
    if (!message.at().isBefore(shownAt)) { // an older case may be told of later
      shown = message.caseId();
      shownAt = message.at();
    }
    recorded.putIfAbsent(message.messageId(), written);
    read.putIfAbsent(message.messageId(), written);
    places.computeIfAbsent(message.messageId(), _ -> new HashSet<>()).add(message.seq());
  }

  private void raised(CrisisEvent.CrisisRaised crisis) {
    read.put(crisis.raisedBy(), crisis.at());
    if (crisis.at().isAfter(since)) {
      crises.add(crisis.at());
    }
  }

  private void escalated(EscalationEvent event) {
    hunts.seen(event);
    if (event instanceof EscalationEvent.PageSent sent) {
      pages.add(sent.at());
    }
  }

  synchronized long version() {
    return version;
  }

  /** When the page last began anew. */
  synchronized Instant since() {
    return since;
  }

  /** The case of the conversation, if there is one. */
  synchronized @Nullable CaseId caseId() {
    return shown;
  }

  /** The effort to find a person that is open, or was last. */
  synchronized Optional<Hunt> hunt() {
    return hunts.shown();
  }

  synchronized @Nullable MessageId current() {
    return current;
  }

  synchronized boolean isKept(MessageId id) {
    return kept.containsKey(id);
  }

  /** The measured line of the current text, in order. */
  synchronized List<Step> steps() {
    MessageId id = current;
    if (id == null) {
      return List.of();
    }
    Instant start = arrived.getOrDefault(id, Instant.EPOCH);
    Instant firstPage = firstAfter(start, pages);
    Instant firstRing = firstAfter(start, rings);
    Taken taken = hunts.shown().map(Hunt::taken).orElse(null);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("arrived", start, start));
    steps.add(new Step("kept", kept.get(id), start));
    steps.add(new Step("read", read.get(id), start));
    steps.add(new Step("case", recorded.get(id), start));
    steps.add(new Step("paged", earlier(firstPage, firstRing), start));
    steps.add(new Step("ringing", firstRing, start));
    steps.add(new Step("taken", taken == null ? null : after(start, taken.at()), start));
    return steps;
  }

  /**
   * The phone may ring before the sender has heard that its page was taken; it had left by then.
   */
  private static @Nullable Instant earlier(@Nullable Instant sent, @Nullable Instant rang) {
    return sent != null && rang != null && rang.isBefore(sent) ? rang : sent;
  }

  private static @Nullable Instant firstAfter(Instant start, List<Instant> times) {
    return times.stream().filter(time -> time.isAfter(start)).findFirst().orElse(null);
  }

  private static @Nullable Instant after(Instant start, @Nullable Instant at) {
    return at != null && at.isAfter(start) ? at : null;
  }

  /** One station of the line; {@code at} is null while it has not been reached. */
  record Step(String key, @Nullable Instant at, Instant start) {
    Long plusMs() {
      Instant reached = at;
      return reached == null ? -1L : Duration.between(start, reached).toMillis();
    }
  }

  /**
   * The running proof: texts answered with success that stand in no case, that stand there twice,
   * and crises that rang late.
   */
  synchronized Proof proof(Instant now) {
    long lost =
        kept.entrySet().stream()
            .filter(
                k -> k.getValue().plus(BOUND).isBefore(now) && !recorded.containsKey(k.getKey()))
            .count();
    long doubled = places.values().stream().filter(seqs -> seqs.size() > 1).count();
    long late = crises.stream().filter(c -> isLate(c, now)).count();
    return new Proof(lost, doubled, late);
  }

  /** The counts of the proof. */
  record Proof(long lost, long doubled, long late) {}

  private boolean isLate(Instant crisis, Instant now) {
    Instant bound = crisis.plus(BOUND);
    boolean inTime = rings.stream().anyMatch(r -> !r.isBefore(crisis) && !r.isAfter(bound));
    boolean alreadyRinging = rings.stream().anyMatch(r -> r.isBefore(crisis));
    return bound.isBefore(now) && !inTime && !alreadyRinging;
  }
}
