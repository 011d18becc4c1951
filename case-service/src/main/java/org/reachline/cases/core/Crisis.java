package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.reachline.contracts.Category;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.CrisisEvent;

/**
 * A concern raised from one message.
 *
 * @param lead the crisis whose episode it belongs to; its own id if it opened one
 * @param language of the message, {@code und} where nothing can be said
 * @param acceptedAt when the gateway accepted the message
 */
public record Crisis(
    CrisisId id,
    CrisisId lead,
    ConversationId conversationId,
    MessageId raisedBy,
    Category category,
    Severity severity,
    Why why,
    String language,
    Answer answer,
    Instant acceptedAt,
    Instant raisedAt,
    Duty duty) {
  /** What became of the one automatic answer to the episode a crisis leads. */
  public enum Answer {
    DUE,
    SENT,
    /** A person answered first, or the client wants no texts, or one was sent lately. */
    NEEDLESS,
    /** Somebody else may hold the phone. */
    WITHHELD
  }

  public Crisis {
    requireNonNull(id, "id");
    requireNonNull(lead, "lead");
    requireNonNull(conversationId, "conversationId");
    requireNonNull(raisedBy, "raisedBy");
    requireNonNull(category, "category");
    requireNonNull(severity, "severity");
    requireNonNull(why, "why");
    requireNonNull(language, "language");
    requireNonNull(answer, "answer");
    requireNonNull(acceptedAt, "acceptedAt");
    requireNonNull(raisedAt, "raisedAt");
    requireNonNull(duty, "duty");
  }

  /** What a lane said when it raised it. */
  public static Crisis of(CrisisEvent.CrisisRaised event) {
    return new Crisis(
        event.crisisId(),
        event.crisisId(),
        event.conversationId(),
        event.raisedBy(),
        event.category(),
        event.severity(),
        Why.of(event),
        event.language(),
        Answer.DUE,
        event.acceptedAt(),
        event.at(),
        Duty.none(event.at()));
  }

  /** The event that raises it, the same however often it is made while it is no worse. */
  public CrisisEvent.CrisisRaised event() {
    return new CrisisEvent.CrisisRaised(
        id,
        conversationId,
        raisedBy,
        category,
        severity,
        why.evidence(),
        why.rulesVersion(),
        why.modifiers(),
        why.readWith(),
        language,
        List.of(),
        acceptedAt,
        raisedAt);
  }

  /** Whether it is the one that staff see and act on. */
  public boolean leads() {
    return lead.equals(id);
  }

  /** Whether nobody has disposed of it. */
  public boolean open() {
    return duty.status() != Duty.Status.CLOSED;
  }

  /** The same as the more urgent of two readings of its message has it, with that one's reasons. */
  Crisis orWorse(Crisis other) {
    return Risk.urgency(other.severity) >= Risk.urgency(severity)
        ? this
        : new Crisis(
            id,
            lead,
            conversationId,
            raisedBy,
            other.category,
            other.severity,
            other.why,
            language,
            answer,
            acceptedAt,
            raisedAt,
            duty);
  }

  /** The same in another episode. */
  public Crisis inEpisodeOf(CrisisId other) {
    return new Crisis(
        id,
        other,
        conversationId,
        raisedBy,
        category,
        severity,
        why,
        language,
        answer,
        acceptedAt,
        raisedAt,
        duty);
  }

  /** The same with newer news of the duty. */
  public Crisis with(Duty news) {
    return new Crisis(
        id,
        lead,
        conversationId,
        raisedBy,
        category,
        severity,
        why,
        language,
        answer,
        acceptedAt,
        raisedAt,
        news);
  }

  /** The same with an answer sent or withheld. */
  public Crisis with(Answer now) {
    return new Crisis(
        id,
        lead,
        conversationId,
        raisedBy,
        category,
        severity,
        why,
        language,
        now,
        acceptedAt,
        raisedAt,
        duty);
  }
}
