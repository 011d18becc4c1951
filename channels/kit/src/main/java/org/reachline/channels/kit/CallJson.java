package org.reachline.channels.kit;

import org.reachline.channels.spi.CallHeader;
import org.reachline.channels.spi.HttpCall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A call in the words of the case files; of a secret only the place is shown. */
final class CallJson {
  private CallJson() {}

  static JsonNode of(HttpCall call) {
    ObjectNode json = CaseFiles.JSON.createObjectNode();
    json.put("method", call.method()).put("url", call.url().template());
    ObjectNode headers = json.putObject("headers");
    ArrayNode hidden = json.putArray("hidden");
    for (CallHeader header : call.headers()) {
      switch (header) {
        case CallHeader.Plain(var name, var value) -> headers.put(name, value);
        case CallHeader.Hidden(var name, _) -> hidden.add(name);
      }
    }
    return json.put("body", call.body().text());
  }
}
