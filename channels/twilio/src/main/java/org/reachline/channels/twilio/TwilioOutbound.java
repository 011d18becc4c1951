package org.reachline.channels.twilio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reachline.channels.spi.Address;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.Outbound;

/**
 * Writes a message as calls to the API: one for each piece of a long text, media with the first.
 */
final class TwilioOutbound {
  /** Our own id, carried through Twilio in the query of the status callback. */
  static final String CORRELATION = "message";

  private final ChannelConfig config;

  TwilioOutbound(ChannelConfig config) {
    this.config = config;
  }

  List<HttpCall> calls(Outbound message) {
    List<String> pieces = TwilioCapabilities.TEXT.split(message.text());
    var calls = new ArrayList<HttpCall>();
    calls.add(call(message, pieces.isEmpty() ? "" : pieces.getFirst(), message.mediaUrls()));
    pieces.stream().skip(1).forEach(piece -> calls.add(call(message, piece, List.of())));
    return calls;
  }

  private HttpCall call(Outbound message, String text, List<String> media) {
    String line = config.text(TwilioAdapter.ADDRESS);
    String form =
        Stream.of(
                Stream.of(field("To", TwilioAddress.spelled(message.to(), line))),
                Stream.of(sender(message.from(), line)),
                text.isEmpty() ? Stream.<String>empty() : Stream.of(field("Body", text)),
                media.stream().map(url -> field("MediaUrl", url)),
                message.statusCallback().stream()
                    .map(url -> field("StatusCallback", correlated(url, message.messageId()))))
            .flatMap(Function.identity())
            .collect(Collectors.joining("&"));
    return new TwilioApi(config).post("/Messages.json", form);
  }

  private static String sender(Address from, String line) {
    return from.exact().startsWith("MG")
        ? field("MessagingServiceSid", from.exact())
        : field("From", TwilioAddress.spelled(from, line));
  }

  private static String correlated(String url, String messageId) {
    return url + (url.indexOf('?') < 0 ? "?" : "&") + field(CORRELATION, messageId);
  }

  private static String field(String name, String value) {
    return name + "=" + TwilioApi.encode(value);
  }
}
