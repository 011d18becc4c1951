package org.reachline.channels.kit;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.reachline.channels.spi.Address;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.ChannelEvent;
import org.reachline.channels.spi.DeliveryStatus;
import org.reachline.channels.spi.Envelope;
import org.reachline.channels.spi.EventId;
import org.reachline.channels.spi.Item;
import org.reachline.channels.spi.MediaRef;
import org.reachline.channels.spi.Part;
import org.reachline.channels.spi.Party;
import org.reachline.channels.spi.ProviderMessageId;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Stated;
import org.reachline.channels.spi.StatusTarget;

/** Reads a pigeon's letter. */
record PigeonLetters(PigeonForm form, RawRequest request, ChannelConfig config, Flaw flaw) {

  List<Item> items() {
    if (form.get("id").isEmpty() || form.get("from").isEmpty()) {
      return List.of(new Item.Unusable("missing-field", request.body().sha256()));
    }
    return (form.get("status").isEmpty() ? letter() : receipt())
        .<Item>map(Item.Event::new)
        .toList();
  }

  private Stream<ChannelEvent> letter() {
    return Stream.concat(Stream.of(message()), optOut());
  }

  private ChannelEvent message() {
    String id = flaw == Flaw.ONE_ID_PER_SENDER ? form.get("from") : form.get("id");
    return new ChannelEvent.Message(
        envelope(new EventId.Provider(id)),
        Stated.of(new ProviderMessageId(form.get("id"))),
        Stream.concat(text(), picture()).toList(),
        Stated.absent(),
        Stated.absent(),
        ChannelEvent.Author.CUSTOMER);
  }

  private Stream<Part> text() {
    return form.find("text").<Part>map(text -> new Part.Text(composed(text))).stream();
  }

  private String composed(String text) {
    return flaw == Flaw.COMPOSES_LETTERS ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
  }

  private Stream<Part> picture() {
    return flaw == Flaw.DROPS_PICTURES
        ? Stream.empty()
        : form.find("picture").<Part>map(this::picture).stream();
  }

  private Part picture(String url) {
    return new Part.Media("image", new MediaRef.Url(url), Stated.absent(), Stated.absent());
  }

  private Stream<ChannelEvent> optOut() {
    boolean stop =
        form.get("signal").equals("stop")
            || (flaw == Flaw.TAKES_ANY_STOP_FOR_AN_OPT_OUT
                && form.get("text").toLowerCase(Locale.ROOT).startsWith("stop"));
    return stop
        ? Stream.of(
            new ChannelEvent.OptOut(
                envelope(id("opt-out", form.get("id"))), from(), ChannelEvent.Origin.PROVIDER))
        : Stream.empty();
  }

  private Stream<ChannelEvent> receipt() {
    String word = form.get("status");
    boolean other = flaw == Flaw.READS_ANOTHER_MESSAGE && word.equals("read");
    var status =
        new ChannelEvent.Status(
            envelope(id("status", form.get("id"), word)),
            new StatusTarget.OneMessage(new ProviderMessageId(form.get("id") + (other ? "x" : ""))),
            meaning(word),
            word,
            Stated.of(from()));
    return flaw == Flaw.SHOWS_READ_RECEIPTS_AS_MESSAGES && word.equals("read")
        ? Stream.of(status, message())
        : Stream.of(status);
  }

  private DeliveryStatus meaning(String word) {
    return switch (word) {
      case "sent" -> new DeliveryStatus.Sent();
      case "delivered" -> new DeliveryStatus.Delivered();
      case "read" -> new DeliveryStatus.Read();
      case "lost" -> new DeliveryStatus.Failed(Stated.absent());
      default ->
          flaw == Flaw.DELIVERS_WHAT_IT_DOES_NOT_KNOW
              ? new DeliveryStatus.Delivered()
              : new DeliveryStatus.Unknown();
    };
  }

  private EventId id(String kind, String... fields) {
    return EventId.derived(config.channel(), kind, fields);
  }

  private Envelope envelope(EventId id) {
    return new Envelope(
        id,
        config.channel(),
        Stated.absent(),
        Stated.absent(),
        Stated.of(new Party(from(), List.of(), form.find("name"))),
        List.of(new Address(form.get("to"), Address.Kind.OPAQUE)),
        Stated.absent(),
        request.body().sha256());
  }

  private Address from() {
    return new Address(form.get("from"), Address.Kind.OPAQUE);
  }
}
