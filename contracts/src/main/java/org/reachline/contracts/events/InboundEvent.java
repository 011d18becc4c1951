package org.reachline.contracts.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Sealed;

/** Topic "reachline.inbound", keyed by conversation: what clients sent us, verified and durable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface InboundEvent extends Event {

  MessageId messageId();

  ConversationId conversationId();

  LineId line();

  @Override
  default String eventId() {
    return messageId().value() + "/" + getClass().getSimpleName();
  }

  @Override
  default String key() {
    return conversationId().value();
  }

  @Override
  default AgencyId agency() {
    return messageId().agency();
  }

  /**
   * A client wrote.
   *
   * @param channel the kind of provider, such as {@code twilio}
   * @param kind what it holds: {@code text}, {@code media} or {@code unsupported}
   * @param providerAt the provider's own time, or {@code at} where it gives none
   * @param at when the gateway accepted it
   * @param sealed an {@code InboundContent}
   */
  record MessageReceived(
      MessageId messageId,
      ConversationId conversationId,
      LineId line,
      String channel,
      String kind,
      Instant providerAt,
      Instant at,
      Sealed sealed)
      implements InboundEvent {
    public MessageReceived {
      requireNonNull(messageId, "messageId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(line, "line");
      requireNonNull(channel, "channel");
      requireNonNull(kind, "kind");
      requireNonNull(at, "at");
      providerAt = providerAt == null ? at : providerAt;
      requireNonNull(sealed, "sealed");
    }
  }

  /**
   * A client changed an earlier message.
   *
   * @param messageId the id of this change
   * @param edited the message it changes
   * @param sealed an {@code InboundContent} with the new words
   */
  record MessageEdited(
      MessageId messageId,
      MessageId edited,
      ConversationId conversationId,
      LineId line,
      Instant at,
      Sealed sealed)
      implements InboundEvent {
    public MessageEdited {
      requireNonNull(messageId, "messageId");
      requireNonNull(edited, "edited");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(line, "line");
      requireNonNull(at, "at");
      requireNonNull(sealed, "sealed");
    }
  }

  /**
   * A client took an earlier message back. What was said stays in the thread, marked.
   *
   * @param messageId the id of this removal
   * @param deleted the message it takes back
   */
  record MessageDeleted(
      MessageId messageId,
      MessageId deleted,
      ConversationId conversationId,
      LineId line,
      Instant at)
      implements InboundEvent {
    public MessageDeleted {
      requireNonNull(messageId, "messageId");
      requireNonNull(deleted, "deleted");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(line, "line");
      requireNonNull(at, "at");
    }
  }

  /**
   * The provider itself told us of a STOP, START or HELP.
   *
   * @param messageId the id of the signal, derived from the message that held it
   * @param providerAnswered whether the provider has already answered the client, so that we must
   *     not
   */
  record ConsentSignalled(
      MessageId messageId,
      ConversationId conversationId,
      LineId line,
      String channel,
      ConsentSignal signal,
      boolean providerAnswered,
      Instant at)
      implements InboundEvent {
    public ConsentSignalled {
      requireNonNull(messageId, "messageId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(line, "line");
      requireNonNull(channel, "channel");
      requireNonNull(signal, "signal");
      requireNonNull(at, "at");
    }
  }
}
