package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.personal.InboundContent;

/** An inbound event, opened and read: all that the rules need to know of it. */
public sealed interface Fact {
  /**
   * A message, with what triage said of it.
   *
   * @param answered whether the provider itself has answered it, so that no confirmation is due
   */
  record Arrived(
      InboundEvent.MessageReceived event, InboundContent content, Risk risk, boolean answered)
      implements Fact {
    public Arrived {
      requireNonNull(event, "event");
      requireNonNull(content, "content");
      requireNonNull(risk, "risk");
    }
  }

  /** New words for an earlier message, read by triage like any others. */
  record Edited(InboundEvent.MessageEdited event, InboundContent content, Risk risk)
      implements Fact {
    public Edited {
      requireNonNull(event, "event");
      requireNonNull(content, "content");
      requireNonNull(risk, "risk");
    }

    /** As it is kept beside the first words. */
    public Entry.Change change() {
      return new Entry.Change.Edited(
          event.messageId(), new Content.Clear<>(content), risk, Times.millis(event.at()));
    }
  }

  /** An earlier message taken back. */
  record Deleted(InboundEvent.MessageDeleted event) implements Fact {
    public Deleted {
      requireNonNull(event, "event");
    }

    /** As it is kept beside the words. */
    public Entry.Change change() {
      return new Entry.Change.Deleted(event.messageId(), Times.millis(event.at()));
    }
  }

  /** The provider's own signal. */
  record Signalled(InboundEvent.ConsentSignalled event) implements Fact {
    public Signalled {
      requireNonNull(event, "event");
    }
  }

  /** The id under which the fact is placed. */
  default MessageId id() {
    return switch (this) {
      case Arrived(var event, _, _, _) -> event.messageId();
      case Edited(var event, _, _) -> event.messageId();
      case Deleted(var event) -> event.messageId();
      case Signalled(var event) -> event.messageId();
    };
  }

  /** When the gateway accepted it. */
  default Instant at() {
    return switch (this) {
      case Arrived(var event, _, _, _) -> Times.millis(event.at());
      case Edited(var event, _, _) -> Times.millis(event.at());
      case Deleted(var event) -> Times.millis(event.at());
      case Signalled(var event) -> Times.millis(event.at());
    };
  }
}
