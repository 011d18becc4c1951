package org.reachline.contracts.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Sealed;

/**
 * Topic "reachline.outbound", keyed by conversation: what is to be sent, and, in order with it,
 * what may no longer be sent.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface OutboundEvent extends Event {

  ConversationId conversationId();

  @Override
  default String key() {
    return conversationId().value();
  }

  @Override
  default AgencyId agency() {
    return conversationId().agency();
  }

  /** What a message is for; consent is given and withdrawn by purpose. */
  enum Purpose {
    SERVICE,
    REMINDER,
    OUTREACH,
    SHARING,
    CALL,
    /** The one confirmation of a STOP, START or HELP: it is sent whatever the consent says. */
    CONFIRMATION
  }

  /**
   * Send this.
   *
   * @param consentSeq the ledger entry the send relied on, 0 for none
   * @param sealed an {@code OutboundContent}
   */
  record SendRequested(
      MessageId messageId,
      ConversationId conversationId,
      CaseId caseId,
      ClientId clientId,
      LineId line,
      String channel,
      Purpose purpose,
      CaseEvent.Author author,
      long consentSeq,
      Instant at,
      Sealed sealed)
      implements OutboundEvent {
    public SendRequested {
      requireNonNull(messageId, "messageId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(caseId, "caseId");
      requireNonNull(clientId, "clientId");
      requireNonNull(line, "line");
      requireNonNull(channel, "channel");
      requireNonNull(purpose, "purpose");
      requireNonNull(author, "author");
      requireNonNull(at, "at");
      requireNonNull(sealed, "sealed");
    }

    @Override
    public String eventId() {
      return messageId.value() + "/send";
    }
  }

  /**
   * What may be sent to this conversation changed; later sends of a revoked purpose are refused.
   *
   * @param revoked every purpose that stands revoked after the change
   * @param consentSeq the ledger entry that says so
   */
  record ConsentChanged(
      ConversationId conversationId, Set<Purpose> revoked, long consentSeq, Instant at)
      implements OutboundEvent {
    public ConsentChanged {
      requireNonNull(conversationId, "conversationId");
      revoked = revoked == null ? Set.of() : inOrder(revoked);
      requireNonNull(at, "at");
    }

    @Override
    public String eventId() {
      return conversationId.value() + "/consent/" + consentSeq;
    }

    /** So that equal events are equal bytes. */
    private static Set<Purpose> inOrder(Set<Purpose> purposes) {
      return Collections.unmodifiableSet(new TreeSet<>(purposes));
    }
  }
}
