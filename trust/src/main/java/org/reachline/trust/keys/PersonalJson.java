package org.reachline.trust.keys;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.personal.Address;
import org.reachline.contracts.personal.MediaAddress;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.PersonName;
import org.reachline.contracts.personal.Personal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON inside a seal: the one mapper that writes personal types. Package-private on purpose.
 */
final class PersonalJson {
  private static final JsonMapper JSON = JsonMapper.builder().addModule(module()).build();

  private PersonalJson() {}

  /** Bytes that opened but are not the expected shape. Says nothing of what they held. */
  static final class NotThatShape extends Exception {
    private static final long serialVersionUID = 1;
  }

  static byte[] write(Object content) {
    return JSON.writeValueAsBytes(content);
  }

  static <T> T read(byte[] content, Class<T> type) throws NotThatShape {
    try {
      @Nullable T value = JSON.readValue(content, type);
      if (value == null) {
        throw new NotThatShape();
      }
      return value;
    } catch (
        JacksonException quotesContent) { // not chained: its message may quote what a person wrote
      throw new NotThatShape();
    }
  }

  private static SimpleModule module() {
    SimpleModule module = new SimpleModule("personal");
    module.addSerializer(Personal.class, new Revealing());
    module.addDeserializer(MessageText.class, new Reading<>(MessageText::new));
    module.addDeserializer(PersonName.class, new Reading<>(PersonName::new));
    module.addDeserializer(Address.class, new Reading<>(Address::new));
    module.addDeserializer(MediaAddress.class, new Reading<>(MediaAddress::new));
    return module;
  }

  private static final class Revealing extends ValueSerializer<Personal> {
    @Override
    public void serialize(Personal value, JsonGenerator out, SerializationContext context) {
      out.writeString(whole(value.reveal()));
    }

    /** Half a character, which no bytes can hold, becomes the mark for an unreadable one. */
    private static String whole(String text) {
      return text.chars().anyMatch(unit -> Character.isSurrogate((char) unit))
          ? text.codePoints()
              .map(Revealing::readable)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString()
          : text;
    }

    private static int readable(int codePoint) {
      boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
      return half ? 0xFFFD : codePoint;
    }
  }

  private static final class Reading<T> extends ValueDeserializer<T> {
    private final Function<String, T> make;

    Reading(Function<String, T> make) {
      this.make = make;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
      return make.apply(in.getValueAsString(""));
    }
  }
}
