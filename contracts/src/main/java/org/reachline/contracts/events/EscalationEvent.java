package org.reachline.contracts.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Category;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.EscalationId;
import org.reachline.contracts.PageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;

/**
 * Topic "reachline.escalations", keyed by escalation: the effort to get a person onto a crisis. Ids
 * and codes only.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface EscalationEvent extends Event {

  EscalationId escalationId();

  /** The crisis that opened the escalation. */
  CrisisId crisisId();

  /** The conversation the crisis arose in. */
  ConversationId conversationId();

  /** Place in the escalation's log, from 1, without gaps. */
  long seq();

  @Override
  default String eventId() {
    return escalationId().value() + "/" + seq();
  }

  @Override
  default String key() {
    return escalationId().value();
  }

  @Override
  default AgencyId agency() {
    return escalationId().agency();
  }

  /** By which way a page reaches someone, or an acknowledgement reaches us. */
  enum Method {
    SMS,
    LINK,
    CONSOLE
  }

  /**
   * Somebody has to be found for this crisis.
   *
   * @param raisedAt when the crisis was raised
   */
  record EscalationOpened(
      EscalationId escalationId,
      long seq,
      CrisisId crisisId,
      ConversationId conversationId,
      Category category,
      Severity severity,
      Instant raisedAt,
      Instant at)
      implements EscalationEvent {
    public EscalationOpened {
      requireNonNull(escalationId, "escalationId");
      requireNonNull(crisisId, "crisisId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(category, "category");
      requireNonNull(severity, "severity");
      requireNonNull(raisedAt, "raisedAt");
      requireNonNull(at, "at");
    }
  }

  /**
   * A page falls due now.
   *
   * @param step step of the policy, from 0
   * @param loop how often the policy has begun again, from 0
   */
  record PagePlanned(
      EscalationId escalationId,
      long seq,
      CrisisId crisisId,
      ConversationId conversationId,
      PageId pageId,
      StaffId staff,
      Method method,
      int step,
      int loop,
      Instant at)
      implements EscalationEvent {
    public PagePlanned {
      requireNonNull(escalationId, "escalationId");
      requireNonNull(crisisId, "crisisId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(pageId, "pageId");
      requireNonNull(staff, "staff");
      requireNonNull(method, "method");
      requireNonNull(at, "at");
    }
  }

  /** The provider took the page. */
  record PageSent(
      EscalationId escalationId,
      long seq,
      CrisisId crisisId,
      ConversationId conversationId,
      PageId pageId,
      StaffId staff,
      Method method,
      Instant at)
      implements EscalationEvent {
    /** One by text message. */
    public PageSent(
        EscalationId escalationId,
        long seq,
        CrisisId crisisId,
        ConversationId conversationId,
        PageId pageId,
        StaffId staff,
        Instant at) {
      this(escalationId, seq, crisisId, conversationId, pageId, staff, Method.SMS, at);
    }

    public PageSent {
      requireNonNull(escalationId, "escalationId");
      requireNonNull(crisisId, "crisisId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(pageId, "pageId");
      requireNonNull(staff, "staff");
      method = method == null ? Method.SMS : method; // v1 files lack it: there was no other
      requireNonNull(at, "at");
    }
  }

  /** The page reached the phone. */
  record PageDelivered(
      EscalationId escalationId,
      long seq,
      CrisisId crisisId,
      ConversationId conversationId,
      PageId pageId,
      StaffId staff,
      Instant at)
      implements EscalationEvent {
    public PageDelivered {
      requireNonNull(escalationId, "escalationId");
      requireNonNull(crisisId, "crisisId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(pageId, "pageId");
      requireNonNull(staff, "staff");
      requireNonNull(at, "at");
    }
  }

  /**
   * The page did not arrive; the next way is tried.
   *
   * @param code a stable code, the provider's own where there is one
   */
  record PageFailed(
      EscalationId escalationId,
      long seq,
      CrisisId crisisId,
      ConversationId conversationId,
      PageId pageId,
      StaffId staff,
      String code,
      Instant at)
      implements EscalationEvent {
    public PageFailed {
      requireNonNull(escalationId, "escalationId");
      requireNonNull(crisisId, "crisisId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(pageId, "pageId");
      requireNonNull(staff, "staff");
      requireNonNull(code, "code");
      requireNonNull(at, "at");
    }
  }

  /**
   * A named person took it. No page starts after this is durable.
   *
   * @param proven false for a guessed or bare word, which every paged person is told of
   */
  record Acknowledged(
      EscalationId escalationId,
      long seq,
      CrisisId crisisId,
      ConversationId conversationId,
      StaffId by,
      Method method,
      boolean proven,
      Instant raisedAt,
      Instant at)
      implements EscalationEvent {
    public Acknowledged {
      requireNonNull(escalationId, "escalationId");
      requireNonNull(crisisId, "crisisId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(by, "by");
      requireNonNull(method, "method");
      requireNonNull(raisedAt, "raisedAt");
      requireNonNull(at, "at");
    }
  }

  /** The person who took it is in contact with the client. */
  record Engaged(
      EscalationId escalationId,
      long seq,
      CrisisId crisisId,
      ConversationId conversationId,
      StaffId by,
      Instant at)
      implements EscalationEvent {
    public Engaged {
      requireNonNull(escalationId, "escalationId");
      requireNonNull(crisisId, "crisisId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }
  }

  /** Nobody took it in time, or somebody passed it on: the next step begins. */
  record SteppedOn(
      EscalationId escalationId,
      long seq,
      CrisisId crisisId,
      ConversationId conversationId,
      int step,
      int loop,
      Instant at)
      implements EscalationEvent {
    public SteppedOn {
      requireNonNull(escalationId, "escalationId");
      requireNonNull(crisisId, "crisisId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(at, "at");
    }
  }

  /** The last step passed without an answer; it begins again and the last-resort list is paged. */
  record Exhausted(
      EscalationId escalationId,
      long seq,
      CrisisId crisisId,
      ConversationId conversationId,
      int loop,
      Instant at)
      implements EscalationEvent {
    public Exhausted {
      requireNonNull(escalationId, "escalationId");
      requireNonNull(crisisId, "crisisId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(at, "at");
    }
  }

  /**
   * A named person ended the crisis, on the duty phone, on the board or in the case; nobody is
   * looked for any more.
   *
   * @param by who ended it
   * @param outcome how: a code as in {@link CrisisEvent.CrisisDisposed}
   */
  record Resolved(
      EscalationId escalationId,
      long seq,
      CrisisId crisisId,
      ConversationId conversationId,
      StaffId by,
      String outcome,
      Instant at)
      implements EscalationEvent {
    public Resolved {
      requireNonNull(escalationId, "escalationId");
      requireNonNull(crisisId, "crisisId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(by, "by");
      requireNonNull(outcome, "outcome");
      requireNonNull(at, "at");
    }
  }
}
