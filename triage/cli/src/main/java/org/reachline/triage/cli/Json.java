package org.reachline.triage.cli;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes single lines of JSON. Errors never quote the line. */
final class Json {
  /** An id such as 3.10 comes back as it was; of two texts in one object none is lost unseen. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** Half of a character, as an id may hold; UTF-8 has no bytes for it. */
  private static final Pattern LONE_HALF = Pattern.compile("\\p{Cs}");

  private Json() {}

  /** A line of input. */
  sealed interface Line {
    JsonNode id();
  }

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
      return new Unreadable(
          AssessCommand.noId(), "expected one JSON object on the line, each name in it once");
    }
  }

  static JsonNode read(String line) {
    return MAPPER.readTree(line);
  }

  static String write(Object value) {
    String json = MAPPER.writeValueAsString(value);
    return LONE_HALF.matcher(json).replaceAll(half -> escaped(half.group()));
  }

  private static String escaped(String half) {
    return String.format("\\\\u%04x", (int) half.charAt(0));
  }

  static String pretty(Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }
}
