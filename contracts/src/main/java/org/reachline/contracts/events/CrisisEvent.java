package org.reachline.contracts.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Category;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;

/**
 * Topic "reachline.crises", keyed by conversation: concerns raised from messages. Offsets and cue
 * ids, never the words.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface CrisisEvent extends Event {

  CrisisId crisisId();

  ConversationId conversationId();

  @Override
  default String key() {
    return conversationId().value();
  }

  @Override
  default AgencyId agency() {
    return crisisId().agency();
  }

  /**
   * What was found in the message: where it stands, which cue it is and what that did to the level.
   *
   * @param start first UTF-16 unit in the original text
   * @param end one past the last
   * @param cue the stable code of the cue
   * @param effect a code: {@code raises}; {@code lowered} (counts for less), {@code removed} (does
   *     not count), {@code lowers} (holds another back); {@code orders} (inside a level only). More
   *     may follow
   * @param level its weight: the highest level that a rule gave with its help
   */
  record Evidence(int start, int end, String cue, String effect, Severity level) {
    /** Nobody says what it did. */
    public static final String UNTOLD = "untold";

    public Evidence {
      requireNonNull(cue, "cue");
      effect = effect == null ? UNTOLD : effect; // v1 and v2 files lack it, and level
      level = level == null ? Severity.NONE : level;
    }
  }

  /**
   * A message shows a crisis. At most one per message, whoever raises it.
   *
   * @param raisedBy the message it was raised from
   * @param modifiers codes of what changed the plain reading, such as {@code after-high}
   * @param readWith the earlier messages whose words or levels took part
   * @param language a language tag such as {@code es}; {@code und} where nothing can be said
   * @param safeContact what to know before calling or writing: codes of {@link #SAFE_CONTACT},
   *     where readers expect that more may follow; empty where nobody has asked
   * @param acceptedAt when the gateway accepted that message
   * @param at when triage read it
   */
  record CrisisRaised(
      CrisisId crisisId,
      ConversationId conversationId,
      MessageId raisedBy,
      Category category,
      Severity severity,
      List<Evidence> evidence,
      String rulesVersion,
      List<String> modifiers,
      List<MessageId> readWith,
      String language,
      List<String> safeContact,
      Instant acceptedAt,
      Instant at)
      implements CrisisEvent {
    /** Nothing can be said of the language. */
    public static final String NO_LANGUAGE = "und";

    /** What may be known about reaching a client; {@code ok} alone means calls and texts both. */
    public static final List<String> SAFE_CONTACT =
        List.of("ok", "no-calls", "no-texts", "unsafe-phone");

    public CrisisRaised {
      requireNonNull(crisisId, "crisisId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(raisedBy, "raisedBy");
      requireNonNull(category, "category");
      requireNonNull(severity, "severity");
      evidence = evidence == null ? List.of() : List.copyOf(evidence);
      requireNonNull(rulesVersion, "rulesVersion");
      modifiers = modifiers == null ? List.of() : List.copyOf(modifiers); // v2 files lack both
      readWith = readWith == null ? List.of() : List.copyOf(readWith);
      language = language == null ? NO_LANGUAGE : language; // v1 files lack it, and safeContact
      safeContact = safeContact == null ? List.of() : List.copyOf(safeContact);
      requireNonNull(acceptedAt, "acceptedAt");
      requireNonNull(at, "at");
    }

    /** One read alone, whose language and safe ways of contact nobody knows. */
    public CrisisRaised(
        CrisisId crisisId,
        ConversationId conversationId,
        MessageId raisedBy,
        Category category,
        Severity severity,
        List<Evidence> evidence,
        String rulesVersion,
        Instant acceptedAt,
        Instant at) {
      this(
          crisisId,
          conversationId,
          raisedBy,
          category,
          severity,
          evidence,
          rulesVersion,
          List.of(),
          List.of(),
          NO_LANGUAGE,
          List.of(),
          acceptedAt,
          at);
    }

    @Override
    public String eventId() {
      return crisisId.value() + "/raised";
    }
  }

  /** A later message of the same episode was read; the level of an open episode never falls. */
  record CrisisReassessed(
      CrisisId crisisId,
      ConversationId conversationId,
      MessageId cause,
      Category category,
      Severity severity,
      Instant at)
      implements CrisisEvent {
    public CrisisReassessed {
      requireNonNull(crisisId, "crisisId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(cause, "cause");
      requireNonNull(category, "category");
      requireNonNull(severity, "severity");
      requireNonNull(at, "at");
    }

    @Override
    public String eventId() {
      return crisisId.value() + "/" + cause.value();
    }
  }

  /**
   * A named person ended the crisis. Nothing else ends one.
   *
   * @param outcome a code: one of {@link #OUTCOMES}; readers expect that more may follow
   */
  record CrisisDisposed(
      CrisisId crisisId, ConversationId conversationId, StaffId by, String outcome, Instant at)
      implements CrisisEvent {
    /** How a crisis can end: forms offer these and services refuse any other. */
    public static final List<String> OUTCOMES =
        List.of("de-escalated", "referred", "emergency-sent", "unreachable", "false-alarm");

    public CrisisDisposed {
      requireNonNull(crisisId, "crisisId");
      requireNonNull(conversationId, "conversationId");
      requireNonNull(by, "by");
      requireNonNull(outcome, "outcome");
      requireNonNull(at, "at");
    }

    @Override
    public String eventId() {
      return crisisId.value() + "/disposed";
    }
  }
}
