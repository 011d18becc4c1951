package org.reachline.channels.twilio;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.Found;
import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.HttpReply;
import org.reachline.channels.spi.Outbound;
import org.reachline.channels.spi.ProviderError;
import org.reachline.channels.spi.Stated;
import tools.jackson.databind.JsonNode;

/**
 * Asks the account's list of messages for one whose answer was lost, and knows it again by its
 * recipient, its words and its time. Of a text in several pieces the first one decides.
 */
final class TwilioLookup {
  static final int PAGE = 50;

  /** Their clock is not ours. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  /** What Twilio puts before every text of an account that is not paid for. */
  private static final String TRIAL = "Sent from your Twilio trial account - ";

  private final Outbound message;
  private final Instant oldest;
  private final ChannelConfig config;
  private final String line;

  TwilioLookup(Outbound message, Instant since, ChannelConfig config) {
    this.message = message;
    this.oldest = since.minus(SKEW);
    this.config = config;
    this.line = config.text(TwilioAdapter.ADDRESS);
  }

  HttpCall call() {
    String from = message.from().exact();
    return new TwilioApi(config)
        .messages(to(), from.startsWith("MG") ? from : TwilioAddress.spelled(message.from(), line));
  }

  Found result(HttpReply reply) {
    return reply instanceof HttpReply.Answered(int status, _, var body) && status == 200
        ? found(TwilioReply.read(body))
        : new Found.Unclear();
  }

  private Found found(JsonNode json) {
    JsonNode list = json.path("messages");
    if (!list.isArray()) {
      return new Found.Unclear();
    }
    List<JsonNode> alike =
        StreamSupport.stream(list.spliterator(), false).filter(this::sameWords).toList();
    List<JsonNode> ours = alike.stream().filter(one -> !created(one).isBefore(oldest)).toList();
    if (!ours.isEmpty()) {
      return has(ours.getFirst());
    }
    boolean moreMayFollow = list.size() >= PAGE && !created(list.get(PAGE - 1)).isBefore(oldest);
    return moreMayFollow ? new Found.Unclear() : new Found.HasNot();
  }

  private static Found has(JsonNode one) {
    if (!(TwilioReply.scalar(one, "sid") instanceof Stated.Is<String>(var sid))) {
      return new Found.Unclear();
    }
    Stated<ProviderError> error =
        TwilioReply.scalar(one, "error_code")
            .map(c -> TwilioErrors.error(c, text(one, "error_message")));
    return new Found.Has(List.of(sid), TwilioStatus.of(text(one, "status"), error));
  }

  private boolean sameWords(JsonNode one) {
    List<String> pieces = TwilioCapabilities.TEXT.split(message.text());
    String first = pieces.isEmpty() ? "" : pieces.getFirst().strip();
    String theirs = text(one, "body").strip();
    boolean same = theirs.equals(first) || theirs.equals(TRIAL + first);
    return same && text(one, "to").equals(to()) && text(one, "direction").startsWith("outbound");
  }

  /** A time nobody can read is taken for a new one: not to send twice matters more. */
  private static Instant created(JsonNode one) {
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text(one, "date_created"), Instant::from);
    } catch (DateTimeParseException unreadable) {
      return Instant.MAX;
    }
  }

  private String to() {
    return TwilioAddress.spelled(message.to(), line);
  }

  private static String text(JsonNode json, String field) {
    return TwilioReply.scalar(json, field).orElse("");
  }
}
