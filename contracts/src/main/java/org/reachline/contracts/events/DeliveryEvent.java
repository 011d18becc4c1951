package org.reachline.contracts.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;

/** Topic "reachline.delivery", keyed by conversation: what became of each outbound message. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface DeliveryEvent extends Event {

  MessageId messageId();

  ConversationId conversationId();

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

  /** The provider took the message. */
  record Sent(
      MessageId messageId,
      ConversationId conversationId,
      CaseId caseId,
      ClientId clientId,
      Instant at)
      implements DeliveryEvent {
    public Sent {
      requireNonNull(messageId, "messageId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(caseId, "caseId");
      requireNonNull(clientId, "clientId");
      requireNonNull(at, "at");
    }
  }

  /** It reached the client's phone. */
  record Delivered(
      MessageId messageId,
      ConversationId conversationId,
      CaseId caseId,
      ClientId clientId,
      Instant at)
      implements DeliveryEvent {
    public Delivered {
      requireNonNull(messageId, "messageId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(caseId, "caseId");
      requireNonNull(clientId, "clientId");
      requireNonNull(at, "at");
    }
  }

  /** The client opened it. */
  record Read(
      MessageId messageId,
      ConversationId conversationId,
      CaseId caseId,
      ClientId clientId,
      Instant at)
      implements DeliveryEvent {
    public Read {
      requireNonNull(messageId, "messageId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(caseId, "caseId");
      requireNonNull(clientId, "clientId");
      requireNonNull(at, "at");
    }
  }

  /**
   * It did not and will not arrive.
   *
   * @param code a stable code, the provider's own where there is one
   */
  record Failed(
      MessageId messageId,
      ConversationId conversationId,
      CaseId caseId,
      ClientId clientId,
      String code,
      Instant at)
      implements DeliveryEvent {
    public Failed {
      requireNonNull(messageId, "messageId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(caseId, "caseId");
      requireNonNull(clientId, "clientId");
      requireNonNull(code, "code");
      requireNonNull(at, "at");
    }
  }

  /**
   * Not sent, because the client does not want it.
   *
   * @param code {@code gate} where we refused, else the provider's code
   */
  record RefusedOptOut(
      MessageId messageId,
      ConversationId conversationId,
      CaseId caseId,
      ClientId clientId,
      String code,
      Instant at)
      implements DeliveryEvent {
    public RefusedOptOut {
      requireNonNull(messageId, "messageId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(caseId, "caseId");
      requireNonNull(clientId, "clientId");
      requireNonNull(code, "code");
      requireNonNull(at, "at");
    }
  }

  /**
   * Not sent, because the channel only allows templates now.
   *
   * @param code the provider's code
   */
  record WindowClosed(
      MessageId messageId,
      ConversationId conversationId,
      CaseId caseId,
      ClientId clientId,
      String code,
      Instant at)
      implements DeliveryEvent {
    public WindowClosed {
      requireNonNull(messageId, "messageId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(caseId, "caseId");
      requireNonNull(clientId, "clientId");
      requireNonNull(code, "code");
      requireNonNull(at, "at");
    }
  }

  /** It may have arrived: the answer to the send was lost and nothing tells. It is not repeated. */
  record Uncertain(
      MessageId messageId,
      ConversationId conversationId,
      CaseId caseId,
      ClientId clientId,
      Instant at)
      implements DeliveryEvent {
    public Uncertain {
      requireNonNull(messageId, "messageId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(caseId, "caseId");
      requireNonNull(clientId, "clientId");
      requireNonNull(at, "at");
    }
  }
}
