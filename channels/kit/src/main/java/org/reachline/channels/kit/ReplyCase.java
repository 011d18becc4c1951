package org.reachline.channels.kit;

import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.HttpReply;
import org.reachline.channels.spi.SendOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A provider's reply to one call, and what it means. */
record ReplyCase(String id, HttpReply reply, JsonNode outcome) {

  static ReplyCase of(JsonNode json) {
    return new ReplyCase(
        json.required("id").asString(), reply(json.required("reply")), json.required("outcome"));
  }

  private static HttpReply reply(JsonNode json) {
    if (json.path("lost").asBoolean(false)) {
      return new HttpReply.Lost();
    }
    if (json.has("never_sent")) {
      return new HttpReply.NeverSent(json.path("never_sent").asString());
    }
    return new HttpReply.Answered(
        json.required("status").asInt(),
        WebhookCase.headers(json.path("headers")),
        Body.of(json.path("body").asString("")));
  }

  /** The outcome in the words of the case files. */
  static JsonNode json(SendOutcome outcome) {
    ObjectNode json = CaseFiles.JSON.createObjectNode();
    switch (outcome) {
      case SendOutcome.Accepted(var ids) ->
          ids.forEach(json.put("type", "accepted").putArray("ids")::add);
      case SendOutcome.Retry(var after, var code) ->
          json.put("type", "retry").put("after_s", (int) after.toSeconds()).put("code", code);
      case SendOutcome.Failed(var code, _) -> json.put("type", "failed").put("code", code);
      case SendOutcome.OptedOut(var code) -> json.put("type", "opted_out").put("code", code);
      case SendOutcome.WindowClosed(var code) ->
          json.put("type", "window_closed").put("code", code);
      case SendOutcome.Unknown() -> json.put("type", "unknown");
    }
    return json;
  }
}
