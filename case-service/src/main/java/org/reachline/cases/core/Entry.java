package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.CaseEvent.Author;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.OutboundEvent.Purpose;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.contracts.personal.MessageText;

/**
 * One line of a case's log.
 *
 * @param seq its place, from 1, without gaps
 */
public record Entry(long seq, Instant at, Body body) {
  public Entry {
    requireNonNull(at, "at");
    requireNonNull(body, "body");
  }

  /** The same with another body. */
  public Entry with(Body other) {
    return new Entry(seq, at, other);
  }

  /** Whether it is this message, in or out. */
  public boolean is(MessageId message) {
    return switch (body) {
      case Received received -> received.messageId().equals(message);
      case Sent sent -> sent.messageId().equals(message);
      default -> false;
    };
  }

  /** What happened. */
  public sealed interface Body {}

  /** The case began. */
  public record Opened(LineId line, MessageId openedBy) implements Body {}

  /**
   * The client wrote.
   *
   * @param kind text, media or unsupported
   * @param changes what the client made of it later; the first words stay
   */
  public record Received(
      MessageId messageId,
      ConversationId conversationId,
      LineId line,
      String channel,
      String kind,
      Content<InboundContent> content,
      Risk risk,
      List<Change> changes)
      implements Body {
    public Received {
      requireNonNull(messageId, "messageId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(line, "line");
      requireNonNull(channel, "channel");
      requireNonNull(kind, "kind");
      requireNonNull(content, "content");
      requireNonNull(risk, "risk");
      changes = List.copyOf(changes);
    }

    /** What was said of it and of each change to its words, oldest first, by the ids read. */
    public Map<MessageId, Risk> risks() {
      Map<MessageId, Risk> risks = new LinkedHashMap<>();
      risks.put(messageId, risk);
      for (Change change : changes) {
        if (change instanceof Change.Edited edited) {
          risks.put(edited.id(), edited.risk());
        }
      }
      return risks;
    }

    /** The same with one more change, unless it is known. */
    public Received changed(Change change) {
      if (changes.stream().anyMatch(known -> known.id().equals(change.id()))) {
        return this;
      }
      List<Change> more = new ArrayList<>(changes);
      more.add(change);
      return new Received(messageId, conversationId, line, channel, kind, content, risk, more);
    }
  }

  /** What a client did to an earlier message. */
  public sealed interface Change {
    MessageId id();

    Instant at();

    /** New words, with what triage said of them. */
    record Edited(MessageId id, Content<InboundContent> content, Risk risk, Instant at)
        implements Change {}

    /** Taken back. */
    record Deleted(MessageId id, Instant at) implements Change {}
  }

  /**
   * We wrote.
   *
   * @param by the person; empty for automation
   * @param consentSeq the ledger entry it relied on
   */
  public record Sent(
      MessageId messageId,
      ConversationId conversationId,
      LineId line,
      String channel,
      Purpose purpose,
      Author author,
      Set<StaffId> by,
      Content<MessageText> text,
      long consentSeq,
      Delivery delivery)
      implements Body {
    public Sent {
      requireNonNull(messageId, "messageId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(line, "line");
      requireNonNull(channel, "channel");
      requireNonNull(purpose, "purpose");
      requireNonNull(author, "author");
      by = Set.copyOf(by);
      requireNonNull(text, "text");
      requireNonNull(delivery, "delivery");
    }

    /** The same, at least this far. */
    public Sent reached(Delivery news) {
      return new Sent(
          messageId,
          conversationId,
          line,
          channel,
          purpose,
          author,
          by,
          text,
          consentSeq,
          delivery.forward(news));
    }
  }

  /** Somebody works on it now. */
  public record Assigned(StaffId worker, StaffId by) implements Body {}

  /** The episode ended. */
  public record Closed(String reason, String outcome, StaffId by) implements Body {}

  /** The client opened it again. */
  public record Reopened(MessageId by) implements Body {}

  /**
   * The consent ledger grew.
   *
   * @param ledgerSeq by this entry
   * @param revoked every purpose that stands revoked after it
   * @param changes whether that differs from before
   */
  public record Consented(
      ConversationId conversationId,
      ConsentSignal signal,
      MessageId cause,
      long ledgerSeq,
      Set<Purpose> revoked,
      boolean changes)
      implements Body {
    public Consented {
      requireNonNull(conversationId, "conversationId");
      requireNonNull(signal, "signal");
      requireNonNull(cause, "cause");
      revoked = Set.copyOf(revoked);
    }
  }
}
