package org.reachline.channels.twilio;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.reachline.channels.spi.Address;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.ChannelEvent;
import org.reachline.channels.spi.ChannelEvent.OptIn;
import org.reachline.channels.spi.ChannelEvent.OptOut;
import org.reachline.channels.spi.ChannelEvent.Origin;
import org.reachline.channels.spi.ChannelKey;
import org.reachline.channels.spi.Envelope;
import org.reachline.channels.spi.EventId;
import org.reachline.channels.spi.Item;
import org.reachline.channels.spi.Party;
import org.reachline.channels.spi.ProviderMessageId;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Stated;

/** Reads an authentic request: a message with its consent signal, a receipt, or neither. */
final class TwilioInbound {
  private final RawRequest request;
  private final ChannelKey channel;
  private final Form form;

  TwilioInbound(RawRequest request, ChannelConfig config) {
    this.request = request;
    this.channel = config.channel();
    this.form = Form.of(request);
  }

  List<Item> items() {
    Stated<String> sid = sid();
    if (sid instanceof Stated.Is<String>(var id) && Receipt.in(form)) {
      return events(new Receipt(form, this).events(id));
    }
    if (sid instanceof Stated.Is<String>(var id)
        && sender() instanceof Stated.Is<String>(var from)) {
      return events(message(id, from));
    }
    return List.of(new Item.Unusable(why(), request.body().sha256()));
  }

  /** One id under three names; the older two are repeated for old programs. */
  private Stated<String> sid() {
    return Stated.ofNullable(
        Stream.of("MessageSid", "SmsMessageSid", "SmsSid")
            .flatMap(name -> form.find(name).stream())
            .findFirst()
            .orElse(null));
  }

  private static List<Item> events(Stream<ChannelEvent> events) {
    return events.<Item>map(Item.Event::new).toList();
  }

  private String why() {
    return Form.isForm(request) || request.method().equals("GET") ? "missing-field" : "not-a-form";
  }

  private Stream<ChannelEvent> message(String sid, String from) {
    var message =
        new ChannelEvent.Message(
            envelope(new EventId.Provider(sid), party(from), address("To")),
            Stated.of(new ProviderMessageId(sid)),
            new MessageParts(form, from.startsWith(TwilioAddress.WHATSAPP)).all(),
            Stated.absent(),
            Stated.absent(),
            ChannelEvent.Author.CUSTOMER);
    return Stream.concat(Stream.of(message), consent(sid, from));
  }

  /** Only Twilio's own verdict counts here; words are read by the service that keeps consents. */
  private Stream<ChannelEvent> consent(String sid, String from) {
    Address who = TwilioAddress.of(from);
    return switch (form.find("OptOutType").orElse("").toUpperCase(Locale.ROOT)) {
      case "STOP" ->
          Stream.of(new OptOut(consentEnvelope("opt-out", sid, from), who, Origin.PROVIDER));
      case "START" ->
          Stream.of(new OptIn(consentEnvelope("opt-in", sid, from), who, Origin.PROVIDER));
      default -> Stream.empty();
    };
  }

  private Envelope consentEnvelope(String kind, String sid, String from) {
    return envelope(EventId.derived(channel, kind, sid), party(from), address("To"));
  }

  /** An envelope for an event of this request. Twilio's webhooks carry no time. */
  Envelope envelope(EventId id, Stated<Party> from, List<Address> to) {
    return new Envelope(
        id,
        channel,
        Stated.absent(),
        Stated.absent(),
        from,
        to,
        Form.ofQuery(request.url()).find(TwilioOutbound.CORRELATION),
        request.body().sha256());
  }

  EventId derivedId(String kind, String... fields) {
    return EventId.derived(channel, kind, fields);
  }

  List<Address> address(String parameter) {
    return form.find(parameter).map(TwilioAddress::of).stream().toList();
  }

  /** A WhatsApp user may come without a number, under an id of this business alone. */
  private Stated<String> sender() {
    return form.find("From") instanceof Stated.Is<String> from ? from : form.find("ExternalUserId");
  }

  private Stated<Party> party(String from) {
    List<Address> alternatives =
        Stream.concat(Stream.of(from), form.find("ExternalUserId").stream())
            .filter(raw -> raw.startsWith(TwilioAddress.WHATSAPP))
            .map(raw -> new Address(raw, Address.Kind.OPAQUE))
            .distinct()
            .toList();
    return Stated.of(new Party(TwilioAddress.of(from), alternatives, form.find("ProfileName")));
  }
}
