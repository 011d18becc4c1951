package org.reachline.channels.twilio;

import java.time.Duration;
import java.util.List;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.HttpReply;
import org.reachline.channels.spi.SendOutcome;
import org.reachline.channels.spi.Stated;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API's reply to a message means. */
final class TwilioReply {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(50)
                          .maxStringLength(100_000)
                          .build())
                  .build())
          .build();

  private TwilioReply() {}

  static SendOutcome outcome(HttpReply reply) {
    return switch (reply) {
      case HttpReply.NeverSent(var cause) -> new SendOutcome.Retry(Duration.ZERO, cause);
      case HttpReply.Lost() -> new SendOutcome.Unknown();
      case HttpReply.Answered(int status, var headers, var body) ->
          status / 100 == 2 ? taken(read(body)) : refused(status, headers, read(body));
    };
  }

  /** Taken, unless the message was created only to fail at once. */
  private static SendOutcome taken(JsonNode json) {
    if (scalar(json, "error_code") instanceof Stated.Is<String>(var raw)) {
      return byCode(
          TwilioErrors.code(raw), Duration.ZERO, scalar(json, "error_message").orElse(""));
    }
    return scalar(json, "sid") instanceof Stated.Is<String>(var sid)
        ? new SendOutcome.Accepted(List.of(sid))
        : new SendOutcome.Unknown();
  }

  private static SendOutcome refused(int status, Headers headers, JsonNode json) {
    String code = scalar(json, "code").map(TwilioErrors::code).orElse("http-" + status);
    return status == 429 || status >= 500
        ? new SendOutcome.Retry(retryAfter(headers), code)
        : byCode(code, retryAfter(headers), scalar(json, "message").orElse(""));
  }

  private static SendOutcome byCode(String code, Duration after, String message) {
    if (TwilioErrors.slowDown(code)) {
      return new SendOutcome.Retry(after, code);
    }
    return switch (code) {
      case TwilioErrors.OPTED_OUT -> new SendOutcome.OptedOut(code);
      case TwilioErrors.WINDOW_CLOSED -> new SendOutcome.WindowClosed(code);
      default -> new SendOutcome.Failed(code, message);
    };
  }

  /** In seconds; a date is left to the sender's own back-off, because there is no clock here. */
  private static Duration retryAfter(Headers headers) {
    String seconds = headers.first("Retry-After").orElse("").strip();
    return seconds.matches("[0-9]{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }

  static JsonNode read(Body body) {
    try {
      return JSON.readTree(body.toBytes());
    } catch (JacksonException _) {
      return JSON.missingNode(); // half a reply says nothing
    }
  }

  static Stated<String> scalar(JsonNode json, String field) {
    JsonNode value = json.path(field);
    return value.isString() || value.isNumber() ? Stated.of(value.asString()) : Stated.absent();
  }
}
