package org.reachline.channels.kit;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.CallHeader;
import org.reachline.channels.spi.CallUrl;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.HttpReply;
import org.reachline.channels.spi.Outbound;
import org.reachline.channels.spi.SendOutcome;
import org.reachline.channels.spi.TextLimit;

/** Sends letters by pigeon. */
record PigeonPost(ChannelConfig config, Flaw flaw) {
  private static final String HOME = "https://api.loft.example/";

  List<HttpCall> calls(Outbound message, TextLimit limit) {
    List<String> pieces =
        flaw == Flaw.CUTS_CHARACTERS ? cut(message.text()) : limit.split(message.text());
    return pieces.stream().map(piece -> call(message, piece)).toList();
  }

  private static List<String> cut(String text) {
    return IntStream.range(0, (text.length() + 47) / 48)
        .mapToObj(i -> text.substring(i * 48, Math.min(text.length(), i * 48 + 48)))
        .toList();
  }

  private HttpCall call(Outbound message, String piece) {
    var media = message.mediaUrls();
    var headers =
        flaw == Flaw.SENDS_THE_KEY_WITH_PICTURES && !media.isEmpty()
            ? List.of(key(), new CallHeader.Plain("X-Key", config.secret("apiKey").reveal()))
            : List.of(key());
    return new HttpCall(
        "POST",
        CallUrl.of(HOME + "letters"),
        headers,
        Body.of("to=" + message.to().exact() + "&text=" + piece));
  }

  HttpCall fetch(String url) {
    boolean home = url.startsWith(HOME) || flaw == Flaw.LENDS_ITS_KEY_TO_STRANGERS;
    return new HttpCall("GET", CallUrl.of(url), home ? List.of(key()) : List.of(), Body.empty());
  }

  private CallHeader key() {
    return new CallHeader.Hidden("Pigeon-Key", config.secret("apiKey"));
  }

  static SendOutcome outcome(HttpReply reply, Flaw flaw) {
    return switch (reply) {
      case HttpReply.NeverSent(var cause) -> new SendOutcome.Retry(Duration.ZERO, cause);
      case HttpReply.Lost() when flaw == Flaw.SENDS_AGAIN_AFTER_SILENCE ->
          new SendOutcome.Retry(Duration.ZERO, "lost");
      case HttpReply.Lost() -> new SendOutcome.Unknown();
      case HttpReply.Answered(int status, _, var body) -> answered(status, body.text(), flaw);
    };
  }

  private static SendOutcome answered(int status, String body, Flaw flaw) {
    return switch (status) {
      case 200 -> new SendOutcome.Accepted(List.of(body));
      case 403 ->
          flaw == Flaw.DOES_NOT_SEE_A_BLOCK
              ? new SendOutcome.Failed("refused", body)
              : new SendOutcome.OptedOut("blocked");
      case 429, 500, 503 -> new SendOutcome.Retry(Duration.ofSeconds(1), "later");
      case 202 -> new SendOutcome.Unknown();
      default -> new SendOutcome.Failed("refused", body);
    };
  }
}
