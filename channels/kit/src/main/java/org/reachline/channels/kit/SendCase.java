package org.reachline.channels.kit;

import java.util.List;
import java.util.Map;
import org.reachline.channels.spi.Address;
import org.reachline.channels.spi.Outbound;
import org.reachline.channels.spi.Stated;
import tools.jackson.databind.JsonNode;

/**
 * A message and the calls that send it.
 *
 * @param config settings besides the twin's own
 * @param calls in order; headers and body exact, secrets by the name of their header only
 */
record SendCase(
    String id,
    Map<String, String> config,
    String messageId,
    Address to,
    Address from,
    String text,
    List<String> media,
    Stated<String> statusCallback,
    List<JsonNode> calls) {

  static SendCase of(JsonNode json) {
    var outbound = json.required("outbound");
    return new SendCase(
        json.required("id").asString(),
        Json.strings(json.path("config")),
        outbound.required("message_id").asString(),
        address(outbound.required("to").asString()),
        address(outbound.required("from").asString()),
        outbound.path("text").asString(""),
        outbound.path("media").valueStream().map(JsonNode::asString).toList(),
        Json.stated(outbound, "status_callback"),
        json.required("calls").valueStream().toList());
  }

  Outbound outbound() {
    return new Outbound(messageId, to, from, text, media, statusCallback);
  }

  private static Address address(String exact) {
    return new Address(
        exact, exact.matches("\\+[0-9]+") ? Address.Kind.PHONE : Address.Kind.OPAQUE);
  }
}
