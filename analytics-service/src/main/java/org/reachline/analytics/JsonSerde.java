package org.reachline.analytics;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** A value of this service as JSON, fields and entries in the order of their names. */
public final class JsonSerde<T> implements Serde<T> {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .build();

  private final JavaType type;

  private JsonSerde(JavaType type) {
    this.type = type;
  }

  public static <T> JsonSerde<T> of(Class<T> type) {
    return new JsonSerde<>(JSON.constructType(type));
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> write(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> read(bytes);
  }

  private byte @Nullable [] write(@Nullable T value) {
    return value == null ? null : JSON.writeValueAsBytes(value);
  }

  private @Nullable T read(byte @Nullable [] bytes) {
    try {
      return bytes == null ? null : JSON.readValue(bytes, type);
    } catch (JacksonException damaged) { // its message quotes the record
      throw new SerializationException("not a " + type.getRawClass().getSimpleName());
    }
  }
}
