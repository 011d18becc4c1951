package org.reachline.contracts.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes and reads the events of one topic. Reading takes fields it does not know as additions of a
 * newer writer, but no value of another form than the schema's: no number for an enum or a moment,
 * no text for a number. Immutable and safe for any thread.
 */
public final class EventCodec<E extends Event> {
  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String SPEC_VERSION = "ce_specversion";
  public static final String TYPE = "ce_type";
  public static final String TIME = "ce_time";
  public static final String SUBJECT = "ce_subject";
  public static final String SCHEMA = "ce_dataschema";
  public static final String AGENCY = "ce_agency";
  public static final String CONTENT_TYPE = "content-type";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .addModule(new SimpleModule().addDeserializer(Instant.class, new TextInstant()))
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][A-Za-z0-9]{0,63}");

  private final Topic<E> topic;
  private final String source;

  /**
   * @param source which service writes, such as {@code /reachline/inbound-gateway}
   */
  public EventCodec(Topic<E> topic, String source) {
    this.topic = topic;
    this.source = source;
  }

  /** The record for an event. Never fails for a well-formed event. */
  public Wire encode(E event) {
    byte[] payload = JSON.writerFor(topic.family()).writeValueAsBytes(event);
    return new Wire(topic.name(), event.key(), headers(event), payload);
  }

  /** The event in a record, or why there is none. Never throws on bad bytes. */
  public Decoded<E> decode(@Nullable String agencyHeader, byte @Nullable [] payload) {
    if (payload == null || payload.length == 0) {
      return new Decoded.Malformed<>(Decoded.Code.EMPTY);
    }
    try {
      @Nullable E event = JSON.readValue(payload, topic.family());
      return event == null
          ? new Decoded.Malformed<>(Decoded.Code.EMPTY)
          : checked(event, agencyHeader);
    } catch (InvalidTypeIdException unknown) {
      return unknown(unknown.getTypeId());
    } catch (JacksonException shape) { // its message may quote a person, so only the code goes on
      return new Decoded.Malformed<>(Decoded.Code.SHAPE);
    }
  }

  /** The address of the JSON Schema of an event type. */
  public static String schemaOf(String topicName, Class<?> type) {
    return "urn:reachline:schema:" + topicName + ":" + type.getSimpleName() + ":v1";
  }

  private static <E> Decoded<E> unknown(@Nullable String type) {
    if (type == null) {
      return new Decoded.Malformed<>(Decoded.Code.NO_TYPE);
    }
    return TYPE_NAME.matcher(type).matches() // anything longer or looser could be somebody's words
        ? new Decoded.Unrecognised<>(type)
        : new Decoded.Malformed<>(Decoded.Code.SHAPE);
  }

  private Decoded<E> checked(E event, @Nullable String agencyHeader) {
    boolean sameAgency = event.agency().value().equals(agencyHeader) && Agencies.agree(event);
    return sameAgency
        ? new Decoded.Known<>(event)
        : new Decoded.Malformed<>(Decoded.Code.TENANT_MISMATCH);
  }

  private Map<String, String> headers(E event) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(SPEC_VERSION, "1.0");
    headers.put(ID, event.eventId());
    headers.put(SOURCE, source);
    headers.put(TYPE, "org.reachline." + event.getClass().getSimpleName());
    headers.put(TIME, event.at().toString());
    headers.put(SUBJECT, event.key());
    headers.put(SCHEMA, schemaOf(topic.name(), event.getClass()));
    headers.put(AGENCY, event.agency().value());
    headers.put(CONTENT_TYPE, "application/json");
    return headers;
  }
}
