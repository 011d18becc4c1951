package org.reachline.channels.twilio;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.reachline.channels.spi.ChannelEvent;
import org.reachline.channels.spi.ChannelEvent.OptOut;
import org.reachline.channels.spi.ChannelEvent.Origin;
import org.reachline.channels.spi.Envelope;
import org.reachline.channels.spi.ProviderError;
import org.reachline.channels.spi.ProviderMessageId;
import org.reachline.channels.spi.Stated;
import org.reachline.channels.spi.StatusTarget;

/** A delivery receipt: what became of a message of ours. */
final class Receipt {
  private final Form form;
  private final TwilioInbound inbound;

  Receipt(Form form, TwilioInbound inbound) {
    this.form = form;
    this.inbound = inbound;
  }

  /**
   * Whether the request is a receipt. Of a message that comes in, the status says so; a status that
   * nobody knows, beside words, is taken for a message: a person sees it, and nothing is lost.
   */
  static boolean in(Form form) {
    String word = word(form);
    boolean inbound = Set.of("", "received", "receiving").contains(word.toLowerCase(Locale.ROOT));
    return !inbound && (TwilioStatus.known(word) || !form.has("Body"));
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
        TwilioStatus.of(word, error()),
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

  private Stated<ProviderError> error() {
    return form.find("ErrorCode")
        .map(code -> TwilioErrors.error(code, form.find("ErrorMessage").orElse("")));
  }

  private static String word(Form form) {
    return form.find("MessageStatus").orElse(form.find("SmsStatus").orElse(""));
  }
}
