package org.reachline.contracts.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;

/**
 * Topic "reachline.receipts", keyed by conversation: the provider's word on what became of an
 * outbound message.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface ReceiptEvent extends Event {

  /**
   * How far a message got, in the order in which it only moves forward; {@code FAILED} is final.
   */
  enum Status {
    UNKNOWN,
    QUEUED,
    SENT,
    DELIVERED,
    READ,
    FAILED
  }

  /**
   * One receipt.
   *
   * @param messageId our outbound message, as carried through the provider in the callback address
   * @param providerCode the provider's error code for a failure, else empty
   */
  record ReceiptReceived(
      MessageId messageId,
      ConversationId conversationId,
      LineId line,
      Status status,
      String providerCode,
      Instant at)
      implements ReceiptEvent {
    public ReceiptReceived {
      requireNonNull(messageId, "messageId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(line, "line");
      requireNonNull(status, "status");
      providerCode = providerCode == null ? "" : providerCode;
      requireNonNull(at, "at");
    }

    @Override
    public String eventId() {
      return messageId.value() + "/" + status + "/" + providerCode;
    }

    @Override
    public String key() {
      return conversationId.value();
    }

    @Override
    public AgencyId agency() {
      return messageId.agency();
    }
  }
}
