package org.reachline.triage.cli;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes single lines of JSON. Errors never quote the line. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  /** A line of input. */
  sealed interface Line {}

  /** An id of any kind, null when there is none, and the text. */
  record Message(JsonNode id, String text) implements Line {}

  /** What was expected instead; the id where it could be read. */
  record Unreadable(JsonNode id, String expected) implements Line {}

  static Line readMessage(String line) {
    try {
      JsonNode node = MAPPER.readTree(line);
      JsonNode id = node.isObject() && node.has("id") ? node.get("id") : AssessCommand.noId();
      JsonNode text = node.isObject() ? node.get("text") : null;
      if (text == null || !text.isString()) {
        return new Unreadable(id, "expected a JSON object with a string \"text\"");
      }
      return new Message(id, text.stringValue());
    } catch (JacksonException _) {
      return new Unreadable(AssessCommand.noId(), "expected one JSON object on the line");
    }
  }

  static JsonNode read(String line) {
    return MAPPER.readTree(line);
  }

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static String pretty(Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }
}
