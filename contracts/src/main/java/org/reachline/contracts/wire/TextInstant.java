package org.reachline.contracts.wire;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a moment as the schemas write it: text, a year of four digits, UTC. Never a number, which
 * could mean seconds or milliseconds and would quietly become 1970.
 */
final class TextInstant extends StdDeserializer<Instant> {
  TextInstant() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() == JsonToken.VALUE_STRING && isPlain(parser.getString())) {
      try {
        return Instant.parse(parser.getString());
      } catch (DateTimeParseException quotesTheText) {
        return context.reportInputMismatch(this, "not a moment");
      }
    }
    return context.reportInputMismatch(this, "not a moment");
  }

  private static boolean isPlain(String text) {
    return text.length() <= 30
        && text.length() >= 20
        && text.charAt(4) == '-'
        && text.endsWith("Z");
  }
}
