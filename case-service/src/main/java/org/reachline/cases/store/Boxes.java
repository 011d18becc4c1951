package org.reachline.cases.store;

import org.jspecify.annotations.Nullable;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Client;
import org.reachline.cases.core.Content;
import org.reachline.cases.core.Conversation;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Sealed;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.personal.Address;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.OutboundContent;
import org.reachline.contracts.personal.PersonName;
import org.reachline.trust.keys.Opened;
import org.reachline.trust.keys.Place;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.keys.Sealing;

/**
 * Which key and place every personal value of this service has, on its way in, at rest, and out.
 */
public final class Boxes {
  private final Sealing sealing;

  public Boxes(Sealing sealing) {
    this.sealing = sealing;
  }

  /** What a client sent, or null if the seal does not open. */
  public @Nullable InboundContent inbound(InboundEvent event) {
    return switch (event) {
      case InboundEvent.MessageReceived received -> inbound(received, received.sealed());
      case InboundEvent.MessageEdited edited -> inbound(edited, edited.sealed());
      case InboundEvent.MessageDeleted _ -> null;
      case InboundEvent.ConsentSignalled _ -> null;
    };
  }

  private @Nullable InboundContent inbound(InboundEvent event, Sealed sealed) {
    Place place = Place.ofEvent(Topics.INBOUND, event.eventId());
    return switch (sealing.open(
        event.agency(), Purpose.INTAKE, place, sealed, InboundContent.class)) {
      case Opened.Content<InboundContent>(var content) -> content;
      case Opened.Unreadable<InboundContent> _ -> null;
    };
  }

  /** What is to be sent, sealed for the notifier. */
  public Sealed outbound(MessageId message, Address to, MessageText text) {
    Place place = Place.ofEvent(Topics.OUTBOUND, message.value() + "/send");
    return sealing.seal(message.agency(), Purpose.SEND, place, new OutboundContent(to, text));
  }

  /** Puts an entry's content into its box; what is boxed already stays as it is. */
  <T> Sealed ofEntry(CaseId file, long seq, String field, Content<T> content) {
    return box(file.agency(), entryPlace(file, seq, field), content);
  }

  Sealed ofAddress(Conversation conversation) {
    return box(conversation.id().agency(), addressPlace(conversation), conversation.address());
  }

  Sealed ofName(Client client) {
    return box(client.id().agency(), namePlace(client), client.name());
  }

  /** The words and attachments of an entry. */
  public InboundContent content(
      CaseId file, long seq, String field, Content<InboundContent> content) {
    return open(file.agency(), entryPlace(file, seq, field), content, InboundContent.class);
  }

  /** The words we sent. */
  public MessageText text(CaseFile file, long seq, Content<MessageText> content) {
    return open(file.id().agency(), entryPlace(file.id(), seq, "text"), content, MessageText.class);
  }

  public Address address(Conversation conversation) {
    return open(
        conversation.id().agency(),
        addressPlace(conversation),
        conversation.address(),
        Address.class);
  }

  public PersonName name(Client client) {
    return open(client.id().agency(), namePlace(client), client.name(), PersonName.class);
  }

  private <T> Sealed box(AgencyId agency, Place place, Content<T> content) {
    return switch (content) {
      case Content.Boxed<T>(var box) -> box;
      case Content.Clear<T>(Object value) -> sealing.seal(agency, Purpose.CASE, place, value);
    };
  }

  private <T> T open(AgencyId agency, Place place, Content<T> content, Class<T> type) {
    return switch (content) {
      case Content.Clear<T>(var value) -> value;
      case Content.Boxed<T>(var box) ->
          switch (sealing.open(agency, Purpose.CASE, place, box, type)) {
            case Opened.Content<T>(var value) -> value;
            case Opened.Unreadable<T> _ -> throw new Damaged(place.where());
          };
    };
  }

  private static Place entryPlace(CaseId file, long seq, String field) {
    return new Place("cases", file.value(), seq + "/" + field);
  }

  private static Place addressPlace(Conversation conversation) {
    return new Place("conversations", conversation.id().value(), "address");
  }

  private static Place namePlace(Client client) {
    return new Place("clients", client.id().value(), "name");
  }

  /** A stored box does not open: the document was moved or altered, or its key is gone. */
  public static final class Damaged extends IllegalStateException {
    private static final long serialVersionUID = 1;

    Damaged(String collection) {
      super("a sealed field of collection " + collection + " does not open");
    }
  }
}
