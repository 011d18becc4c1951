package org.reachline.channels.kit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.reachline.channels.spi.Stated;
import tools.jackson.databind.JsonNode;

/** Small readings of a case file. */
final class Json {
  private Json() {}

  static Stated<String> stated(JsonNode json, String field) {
    JsonNode value = json.path(field);
    return value.isMissingNode() || value.isNull() ? Stated.absent() : Stated.of(value.asString());
  }

  static Map<String, String> strings(JsonNode json) {
    return json.properties().stream()
        .filter(field -> !field.getValue().isNull() && !field.getValue().isContainer())
        .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().asString()));
  }

  static List<String> oneOrMore(JsonNode json) {
    return json.isArray()
        ? json.valueStream().map(JsonNode::asString).toList()
        : List.of(json.asString());
  }
}
