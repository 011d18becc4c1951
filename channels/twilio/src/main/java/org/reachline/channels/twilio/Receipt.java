package org.reachline.channels.twilio;

import com.twilio.rest.api.v2010.account.Message.Status;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reachline.channels.spi.ChannelEvent;
import org.reachline.channels.spi.ChannelEvent.OptOut;
import org.reachline.channels.spi.ChannelEvent.Origin;
import org.reachline.channels.spi.DeliveryStatus;
import org.reachline.channels.spi.Envelope;
import org.reachline.channels.spi.ProviderError;
import org.reachline.channels.spi.ProviderMessageId;
import org.reachline.channels.spi.Stated;
import org.reachline.channels.spi.StatusTarget;

/** A delivery receipt: what became of a message of ours. */
final class Receipt {
  private static final Map<String, Status> WORDS =
      Stream.of(Status.values()).collect(Collectors.toMap(Status::toString, word -> word));

  private final Form form;
  private final TwilioInbound inbound;

  Receipt(Form form, TwilioInbound inbound) {
    this.form = form;
    this.inbound = inbound;
  }

  /** Whether the request is a receipt; of a message that comes in, the status says so. */
  static boolean in(Form form) {
    return !Set.of("", "received", "receiving").contains(word(form));
  }

  /** The status, and an opt-out where that is why it failed. */
  Stream<ChannelEvent> events(String sid) {
    return Stream.concat(Stream.of(status(sid)), optOut(sid));
  }

  private ChannelEvent status(String sid) {
    String word = word(form);
    return new ChannelEvent.Status(
        envelope("status", sid, word),
        new StatusTarget.OneMessage(new ProviderMessageId(sid)),
        meaning(word),
        word,
        form.find("To").map(TwilioAddress::of));
  }

  private Stream<ChannelEvent> optOut(String sid) {
    return form.find("ErrorCode").stream()
        .filter(code -> code.equals(TwilioErrors.OPTED_OUT))
        .flatMap(_ -> inbound.address("To").stream())
        .map(who -> new OptOut(envelope("opt-out", sid), who, Origin.PROVIDER_ERROR));
  }

  private Envelope envelope(String kind, String... fields) {
    return inbound.envelope(
        inbound.derivedId(kind, fields), Stated.absent(), inbound.address("From"));
  }

  /** Exhaustive over the vendor's constants: a new one does not compile until it has a meaning. */
  private DeliveryStatus meaning(String word) {
    return switch (WORDS.get(word)) {
      case QUEUED, ACCEPTED, SCHEDULED, SENDING -> new DeliveryStatus.Queued();
      case SENT, PARTIALLY_DELIVERED -> new DeliveryStatus.Sent();
      case DELIVERED -> new DeliveryStatus.Delivered();
      case READ -> new DeliveryStatus.Read();
      case FAILED, UNDELIVERED, CANCELED -> new DeliveryStatus.Failed(error());
      case RECEIVING, RECEIVED -> new DeliveryStatus.Unknown();
      case null -> new DeliveryStatus.Unknown();
    };
  }

  private Stated<ProviderError> error() {
    return form.find("ErrorCode")
        .map(code -> TwilioErrors.error(code, form.find("ErrorMessage").orElse("")));
  }

  private static String word(Form form) {
    return form.find("MessageStatus").orElse(form.find("SmsStatus").orElse(""));
  }
}
