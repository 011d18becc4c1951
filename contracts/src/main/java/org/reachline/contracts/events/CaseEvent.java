package org.reachline.contracts.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;

/** Topic "reachline.cases", keyed by case: the life of a case in ids and codes, never in words. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface CaseEvent extends Event {

  CaseId caseId();

  /** Place in the case's log, from 1, without gaps. */
  long seq();

  @Override
  default String eventId() {
    return caseId().value() + "/" + seq();
  }

  @Override
  default String key() {
    return caseId().value();
  }

  @Override
  default AgencyId agency() {
    return caseId().agency();
  }

  /** Who said it. */
  enum Author {
    CLIENT,
    WORKER,
    AUTOMATION
  }

  /** A first message of a new episode. */
  record CaseOpened(
      CaseId caseId,
      long seq,
      ClientId clientId,
      String programme,
      String queue,
      LineId line,
      MessageId openedBy,
      Instant at)
      implements CaseEvent {
    public CaseOpened {
      requireNonNull(caseId, "caseId");
      requireNonNull(clientId, "clientId");
      requireNonNull(programme, "programme");
      requireNonNull(queue, "queue");
      requireNonNull(line, "line");
      requireNonNull(openedBy, "openedBy");
      requireNonNull(at, "at");
    }
  }

  /**
   * A message, in or out, stands in the thread.
   *
   * @param severity what triage said of an inbound message; {@code NONE} for outbound ones
   */
  record MessageRecorded(
      CaseId caseId,
      long seq,
      ClientId clientId,
      ConversationId conversationId,
      MessageId messageId,
      Author author,
      Severity severity,
      Instant at)
      implements CaseEvent {
    public MessageRecorded {
      requireNonNull(caseId, "caseId");
      requireNonNull(clientId, "clientId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(messageId, "messageId");
      requireNonNull(author, "author");
      requireNonNull(severity, "severity");
      requireNonNull(at, "at");
    }
  }

  /** Somebody works on the case now. */
  record CaseAssigned(CaseId caseId, long seq, StaffId worker, StaffId by, Instant at)
      implements CaseEvent {
    public CaseAssigned {
      requireNonNull(caseId, "caseId");
      requireNonNull(worker, "worker");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }
  }

  /**
   * The episode ended.
   *
   * @param reason a code, such as {@code resolved}
   */
  record CaseClosed(CaseId caseId, long seq, String reason, StaffId by, Instant at)
      implements CaseEvent {
    public CaseClosed {
      requireNonNull(caseId, "caseId");
      requireNonNull(reason, "reason");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }
  }

  /** A message of the client opened the same episode again. */
  record CaseReopened(CaseId caseId, long seq, MessageId reopenedBy, Instant at)
      implements CaseEvent {
    public CaseReopened {
      requireNonNull(caseId, "caseId");
      requireNonNull(reopenedBy, "reopenedBy");
      requireNonNull(at, "at");
    }
  }

  /** The consent ledger of the conversation grew by an entry. */
  record ConsentRecorded(
      CaseId caseId,
      long seq,
      ConversationId conversationId,
      ConsentSignal signal,
      MessageId cause,
      Instant at)
      implements CaseEvent {
    public ConsentRecorded {
      requireNonNull(caseId, "caseId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(signal, "signal");
      requireNonNull(cause, "cause");
      requireNonNull(at, "at");
    }
  }
}
