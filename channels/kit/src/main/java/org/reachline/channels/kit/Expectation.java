package org.reachline.channels.kit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reachline.channels.spi.Stated;
import org.reachline.channels.spi.Verdict;
import tools.jackson.databind.JsonNode;

/**
 * One complete outcome of a request.
 *
 * @param mayEmit events that may appear besides
 * @param optional the events may also be missing
 */
record Expectation(
    String outcome,
    Stated<String> reason,
    Set<Integer> statuses,
    List<JsonNode> events,
    List<JsonNode> mayEmit,
    boolean optional,
    List<String> textAnyOf,
    boolean textOptional,
    Stated<String> responseBody,
    Stated<String> bodyMatch) {

  static Expectation of(JsonNode json) {
    return new Expectation(
        json.required("outcome").asString(),
        Json.stated(json, "reason"),
        json.path("http_any_of").valueStream().map(JsonNode::asInt).collect(Collectors.toSet()),
        list(json.path("events")),
        Stream.concat(
                list(json.path("may_emit")).stream(), list(json.path("optional_events")).stream())
            .toList(),
        json.path("optional").asBoolean(false),
        json.path("text_any_of").valueStream().map(JsonNode::asString).toList(),
        json.path("text_optional").asBoolean(false),
        Json.stated(json, "response_body"),
        Json.stated(json, "body_match"));
  }

  /** Why the request is not authentic; absent where it is, even if it cannot be used. */
  Stated<Verdict.Reason> rejection() {
    return outcome.equals("reject") ? verdictReason(reason.orElse("")) : Stated.absent();
  }

  boolean unusable() {
    return outcome.equals("reject") && rejection() instanceof Stated.Absent;
  }

  private static Stated<Verdict.Reason> verdictReason(String reason) {
    return switch (reason) {
      case "missing_signature" -> Stated.of(Verdict.Reason.MISSING);
      case "bad_signature", "wrong_token" -> Stated.of(Verdict.Reason.BAD);
      case "stale_timestamp" -> Stated.of(Verdict.Reason.STALE);
      case "future_timestamp" -> Stated.of(Verdict.Reason.FUTURE);
      case "malformed", "missing_field" -> Stated.absent();
      default -> throw new IllegalArgumentException("unknown reason " + reason);
    };
  }

  private static List<JsonNode> list(JsonNode json) {
    return json.valueStream().toList();
  }
}
