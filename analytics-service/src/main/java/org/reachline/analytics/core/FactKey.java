package org.reachline.analytics.core;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Id;
import org.reachline.contracts.MessageId;

/**
 * Which real thing a fact is about, written {@code harbor|ms:harbor.1.abcd}: the agency leads, the
 * id is opaque.
 */
public record FactKey(AgencyId agency, Kind kind, String id) {
  /** What kind of thing. The codes stand in topics and stores. */
  public enum Kind {
    /** One message, in or out. */
    MESSAGE("ms"),
    /** One crisis. */
    CRISIS("cr"),
    /** One conversation, as far as crises go: further crises of an escalation page nobody anew. */
    CONVERSATION("cv");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    static Kind of(String code) {
      for (Kind kind : values()) {
        if (kind.code.equals(code)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of fact");
    }
  }

  public FactKey {
    requireNonNull(agency, "agency");
    requireNonNull(kind, "kind");
    Id.check(id);
  }

  static FactKey of(MessageId message) {
    return new FactKey(message.agency(), Kind.MESSAGE, message.value());
  }

  static FactKey of(CrisisId crisis) {
    return new FactKey(crisis.agency(), Kind.CRISIS, crisis.value());
  }

  static FactKey of(ConversationId conversation) {
    return new FactKey(conversation.agency(), Kind.CONVERSATION, conversation.value());
  }

  /** Reads what {@link #text} wrote. */
  @JsonCreator
  public static FactKey parse(String text) {
    int bar = text.indexOf('|');
    int colon = text.indexOf(':', bar);
    if (bar < 0 || colon < 0) {
      throw new IllegalArgumentException("not the key of a fact");
    }
    return new FactKey(
        new AgencyId(text.substring(0, bar)),
        Kind.of(text.substring(bar + 1, colon)),
        text.substring(colon + 1));
  }

  /** As it stands in topics and stores. */
  @JsonValue
  public String text() {
    return agency.value() + "|" + kind.code + ":" + id;
  }

  @Override
  public String toString() {
    return text();
  }
}
