package org.reachline.gateway.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.reachline.channels.spi.ChannelEvent;
import org.reachline.channels.spi.DeliveryStatus;
import org.reachline.channels.spi.Envelope;
import org.reachline.channels.spi.MediaRef;
import org.reachline.channels.spi.Part;
import org.reachline.channels.spi.Party;
import org.reachline.channels.spi.Stated;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.ReceiptEvent.Status;
import org.reachline.contracts.personal.Address;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.contracts.personal.InboundContent.Attachment;
import org.reachline.contracts.personal.MediaAddress;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.PersonName;

/**
 * From the channels' language to ours. Pure and total: every event of every channel has an answer
 * here.
 */
public final class Drafts {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,31}");

  private Drafts() {}

  /**
   * What an event means.
   *
   * @param now the time of arrival, used where the provider states none
   */
  public static Draft of(ChannelEvent event, Instant now) {
    return switch (event) {
      case ChannelEvent.Message message -> message(message, now);
      case ChannelEvent.Status status -> receipt(status);
      case ChannelEvent.OptOut out ->
          signal(out.envelope(), out.who(), ConsentSignal.STOP, out.origin());
      case ChannelEvent.OptIn in ->
          signal(in.envelope(), in.who(), ConsentSignal.START, in.origin());
      case ChannelEvent.Edit edit -> edit(edit);
      case ChannelEvent.Delete delete -> removal(delete);
      case ChannelEvent.Postback postback -> postback(postback, now);
      case ChannelEvent.Reaction _ -> new Draft.Skip("reaction");
      case ChannelEvent.Referral _ -> new Draft.Skip("referral");
      case ChannelEvent.ContactChanged _ -> new Draft.Skip("contact-changed");
      case ChannelEvent.ChannelState _ -> new Draft.Skip("channel-state");
    };
  }

  /** How we write an address: {@code tel:} for phones, else the channel's name and its own id. */
  public static Address address(String channel, org.reachline.channels.spi.Address address) {
    return switch (address.kind()) {
      case PHONE -> new Address("tel:" + address.exact());
      case SHORTCODE -> new Address("short:" + address.exact());
      case ALPHA, OPAQUE -> new Address(channel + ":" + address.exact());
    };
  }

  private static Draft message(ChannelEvent.Message message, Instant now) {
    if (message.author() == ChannelEvent.Author.ECHO) {
      return new Draft.Skip("echo");
    }
    Envelope envelope = message.envelope();
    return switch (envelope.from()) {
      case Stated.Absent<Party>() -> new Draft.Skip("no-sender");
      case Stated.Is<Party>(var from) ->
          new Draft.Message(
              message.id().map(id -> "p:" + id.exact()).orElse(Draft.text(envelope.eventId())),
              content(envelope, from, message.parts()),
              kind(message.parts()),
              envelope.occurredAt().orElse(now));
    };
  }

  private static Draft postback(ChannelEvent.Postback postback, Instant now) {
    Envelope envelope = postback.envelope();
    return switch (envelope.from()) {
      case Stated.Absent<Party>() -> new Draft.Skip("no-sender");
      case Stated.Is<Party>(var from) ->
          new Draft.Message(
              Draft.text(envelope.eventId()),
              content(envelope, from, List.of(new Part.Choice(postback.payload()))),
              "text",
              envelope.occurredAt().orElse(now));
    };
  }

  private static Draft edit(ChannelEvent.Edit edit) {
    Envelope envelope = edit.envelope();
    return switch (envelope.from()) {
      case Stated.Absent<Party>() -> new Draft.Skip("no-sender");
      case Stated.Is<Party>(var from) ->
          new Draft.Edit(
              Draft.text(envelope.eventId()),
              "p:" + edit.edited().exact(),
              content(envelope, from, edit.parts()));
    };
  }

  private static Draft removal(ChannelEvent.Delete delete) {
    Envelope envelope = delete.envelope();
    return switch (envelope.from()) {
      case Stated.Absent<Party>() -> new Draft.Skip("no-sender");
      case Stated.Is<Party>(var from) ->
          new Draft.Removal(
              Draft.text(envelope.eventId()),
              "p:" + delete.deleted().exact(),
              address(channel(envelope), from.address()));
    };
  }

  /**
   * A provider that tells us has answered the client itself; a refusal to send or a word has not
   * been answered.
   */
  private static Draft signal(
      Envelope envelope,
      org.reachline.channels.spi.Address who,
      ConsentSignal signal,
      ChannelEvent.Origin origin) {
    boolean answered = origin == ChannelEvent.Origin.PROVIDER;
    return new Draft.Signal(
        Draft.text(envelope.eventId()), address(channel(envelope), who), signal, answered);
  }

  private static Draft receipt(ChannelEvent.Status status) {
    return switch (status.recipient()) {
      case Stated.Absent<org.reachline.channels.spi.Address>() ->
          new Draft.Skip("receipt-without-recipient");
      case Stated.Is<org.reachline.channels.spi.Address>(var recipient) ->
          new Draft.Receipt(
              status.envelope().correlation().orElse(""),
              address(channel(status.envelope()), recipient),
              status(status.status()),
              code(status.status()));
    };
  }

  private static Status status(DeliveryStatus status) {
    return switch (status) {
      case DeliveryStatus.Unknown _ -> Status.UNKNOWN;
      case DeliveryStatus.Queued _ -> Status.QUEUED;
      case DeliveryStatus.Sent _ -> Status.SENT;
      case DeliveryStatus.Delivered _ -> Status.DELIVERED;
      case DeliveryStatus.Read _ -> Status.READ;
      case DeliveryStatus.Failed _ -> Status.FAILED;
    };
  }

  /** Codes travel in the clear: what does not look like one could be somebody's words. */
  private static String code(DeliveryStatus status) {
    return status instanceof DeliveryStatus.Failed(var error)
        ? error.map(e -> CODE.matcher(e.code()).matches() ? e.code() : "unknown-code").orElse("")
        : "";
  }

  private static String channel(Envelope envelope) {
    return envelope.channel().type().name();
  }

  private static InboundContent content(Envelope envelope, Party from, List<Part> parts) {
    String channel = channel(envelope);
    Address to =
        envelope.to().isEmpty()
            ? new Address(channel + ":" + envelope.channel().exact())
            : address(channel, envelope.to().getFirst());
    return new InboundContent(
        address(channel, from.address()),
        to,
        new PersonName(from.name().orElse("")),
        new MessageText(words(parts)),
        attachments(parts));
  }

  private static String words(List<Part> parts) {
    return parts.stream()
        .map(Drafts::word)
        .filter(w -> !w.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String word(Part part) {
    return switch (part) {
      case Part.Text(var exact) -> exact;
      case Part.Choice(var payload) -> payload;
      case Part.Media _, Part.Location _, Part.Contact _, Part.Unsupported _ -> "";
    };
  }

  private static List<Attachment> attachments(List<Part> parts) {
    List<Attachment> all = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case Part.Text _, Part.Choice _ -> {}
        case Part.Media media ->
            all.add(new Attachment(media.kind(), media.mime().orElse(""), reference(media.ref())));
        case Part.Location place ->
            all.add(new Attachment("location", "", new MediaAddress(geo(place))));
        case Part.Contact _ -> all.add(new Attachment("contact", "", new MediaAddress("")));
        case Part.Unsupported _ -> all.add(new Attachment("unsupported", "", new MediaAddress("")));
      }
    }
    return all;
  }

  private static MediaAddress reference(MediaRef ref) {
    return switch (ref) {
      case MediaRef.Url(var url) -> new MediaAddress(url);
      case MediaRef.ProviderRef(var id) -> new MediaAddress("ref:" + id);
      case MediaRef.Sticker(var set, var sticker) ->
          new MediaAddress("sticker:" + set + "/" + sticker);
    };
  }

  private static String geo(Part.Location place) {
    return String.format(Locale.ROOT, "geo:%.6f,%.6f", place.lat(), place.lon());
  }

  private static String kind(List<Part> parts) {
    if (parts.stream().anyMatch(p -> p instanceof Part.Text || p instanceof Part.Choice)) {
      return "text";
    }
    return parts.stream().anyMatch(Part.Media.class::isInstance) ? "media" : "unsupported";
  }
}
