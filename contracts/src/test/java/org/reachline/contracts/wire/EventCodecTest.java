package org.reachline.contracts.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reachline.contracts.EventTypes;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.events.InboundEvent.MessageReceived;
import org.reachline.contracts.events.OutboundEvent;
import org.reachline.contracts.events.OutboundEvent.ConsentChanged;
import org.reachline.contracts.wire.Decoded.Code;
import org.reachline.contracts.wire.Decoded.Known;
import org.reachline.contracts.wire.Decoded.Malformed;
import org.reachline.contracts.wire.Decoded.Unrecognised;
import tools.jackson.databind.json.JsonMapper;

/** What the codec makes of good records, newer records and bad ones. */
class EventCodecTest {
  private static final String CANARY = "I am at the north pier, Wren";

  private final Samples samples = Samples.of(Samples.HARBOR);
  private final EventCodec<InboundEvent> codec = Samples.codec(Topics.OF_INBOUND);
  private final MessageReceived received = samples.event(MessageReceived.class);
  private final String json = new String(codec.encode(received).payload(), UTF_8);

  @Test
  void anEventComesBackAsItWas() {
    assertThat(decode(json)).isEqualTo(new Known<InboundEvent>(received));
  }

  @Test
  void equalEventsAreEqualBytes() {
    EventCodec<OutboundEvent> outbound = Samples.codec(Topics.OF_OUTBOUND);
    ConsentChanged changed = samples.event(ConsentChanged.class);
    ConsentChanged same =
        new ConsentChanged(
            changed.conversationId(),
            new LinkedHashSet<>(List.copyOf(changed.revoked()).reversed()),
            changed.consentSeq(),
            changed.at());

    assertThat(same).isEqualTo(changed);
    assertThat(outbound.encode(same).payload()).isEqualTo(outbound.encode(changed).payload());
  }

  @Test
  void fieldsAreWrittenInTheOrderOfTheirNamesBehindTheType() {
    for (Event event : events()) {
      List<String> names = List.copyOf(new JsonMapper().readTree(payload(event)).propertyNames());

      assertThat(names.getFirst()).isEqualTo("type");
      assertThat(names.subList(1, names.size())).isSorted();
    }
  }

  @Test
  void aTypeOfANewerWriterIsUnrecognised() {
    String newer = json.replace("\"MessageReceived\"", "\"MessagePinned\"");

    assertThat(decode(newer)).isEqualTo(new Unrecognised<InboundEvent>("MessagePinned"));
  }

  @Test
  void aTypeOfAnotherTopicIsUnrecognisedHere() {
    assertThat(decode(json.replace("\"MessageReceived\"", "\"CaseOpened\"")))
        .isEqualTo(new Unrecognised<InboundEvent>("CaseOpened"));
  }

  @Test
  void aFieldOfANewerWriterIsIgnored() {
    String newer = json.replaceFirst("\\{", "{\"language\":\"en\",\"more\":{\"type\":[1,null]},");

    assertThat(decode(newer)).isEqualTo(new Known<InboundEvent>(received));
  }

  @Test
  void theOrderOfFieldsDoesNotMatter() {
    String typeFirst = json.replace(",\"type\":\"MessageReceived\"", "");
    typeFirst = typeFirst.replace("\"type\":\"MessageReceived\",", "");
    typeFirst = typeFirst.replaceFirst("}$", ",\"type\":\"MessageReceived\"}");

    assertThat(decode(typeFirst)).isEqualTo(new Known<InboundEvent>(received));
  }

  @Test
  void aRecordWithoutTypeIsMalformed() {
    String untyped = json.replace("\"type\":\"MessageReceived\"", "\"typ\":\"MessageReceived\"");

    assertMalformed(Code.NO_TYPE, untyped);
    assertMalformed(Code.NO_TYPE, "{}");
  }

  @ParameterizedTest
  @NullAndEmptySource
  void aTombstoneOrNothingIsEmpty(byte @Nullable [] payload) {
    assertThat(codec.decode("harbor", payload)).isEqualTo(new Malformed<InboundEvent>(Code.EMPTY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", " null ", "null\n"})
  void theWordNullIsEmpty(String payload) {
    assertMalformed(Code.EMPTY, payload);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "{",
        "}",
        "[",
        "nul",
        "{\"type\":",
        "{\"type\":\"MessageReceived\"",
        "{\"type\":\"MessageReceived\"}",
        "{\"type\":\"\"}",
        "{\"type\":\"org.reachline.contracts.events.InboundEvent$MessageReceived\"}",
        "{\"type\":\"I am at the north pier, Wren\"}",
        "\u0000",
        "<xml/>",
        "I am at the north pier, Wren"
      })
  void brokenJsonAndWrongShapesAreMalformed(String payload) {
    assertMalformed(Code.SHAPE, payload);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"type\":null}",
        "{\"type\":7}",
        "{\"type\":[\"MessageReceived\"]}",
        "{\"type\":{\"a\":1}}",
        "7",
        "\"",
        "true",
        "\"I am at the north pier, Wren\"",
        "[{\"type\":\"MessageReceived\"}]"
      })
  void otherValuesThanAnObjectWithATypeAreMalformed(String payload) {
    assertThat(decode(payload)).isInstanceOf(Malformed.class);
  }

  @Test
  void textAfterTheEventIsMalformed() {
    assertMalformed(Code.SHAPE, json + "{}");
    assertMalformed(Code.SHAPE, json + CANARY);
  }

  @Test
  void aValueOfAnotherFormIsMalformed() {
    assertMalformed(Code.SHAPE, json.replace("\"twilio\"", "{\"a\":1}"));
    assertMalformed(Code.SHAPE, json.replace("\"twilio\"", "null"));
    assertMalformed(Code.SHAPE, json.replace("2026-01-17T04:12:07.250Z", CANARY));
    assertMalformed(Code.SHAPE, json.replace(received.messageId().value(), CANARY));
  }

  @Test
  void anEnumIsReadByNameOnly() {
    String signalled = payload(samples.event(InboundEvent.ConsentSignalled.class));

    assertMalformed(Code.SHAPE, signalled.replace("\"STOP\"", "0"));
    assertMalformed(Code.SHAPE, signalled.replace("\"STOP\"", "\"0\""));
    assertMalformed(Code.SHAPE, signalled.replace("\"STOP\"", "\"stop\""));
    assertMalformed(Code.SHAPE, signalled.replace("\"STOP\"", "\"\""));
    assertMalformed(Code.SHAPE, signalled.replace("true", "\"true\""));
    assertMalformed(Code.SHAPE, signalled.replace("true", "1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1768623127",
        "1768623127.25",
        "null",
        "\"\"",
        "\"1768623127\"",
        "\"2026-01-17\"",
        "\"2026-01-17T04:12:07\"",
        "\"2026-01-17T04:12:07+00:00\"",
        "\"2026-02-30T04:12:07Z\"",
        "\"+12026-01-17T04:12:07Z\"",
        "\"2026-01-17T04:12:07.1234567890Z\"",
        "[\"2026-01-17T04:12:07Z\"]"
      })
  void aMomentIsTextInUtcOrMalformed(String moment) {
    assertMalformed(Code.SHAPE, json.replace("\"2026-01-17T04:12:07.250Z\"", moment));
  }

  @Test
  void aNumberIsReadAsItStandsOrNotAtAll() {
    EventCodec<OutboundEvent> outbound = Samples.codec(Topics.OF_OUTBOUND);
    String changed = payload(samples.event(ConsentChanged.class));

    for (String value : new String[] {"3.5", "\"3\"", "null", "true", "99999999999999999999"}) {
      String doctored = changed.replace("\"consentSeq\":3", "\"consentSeq\":" + value);
      assertThat(outbound.decode("harbor", doctored.getBytes(UTF_8)))
          .isEqualTo(new Malformed<OutboundEvent>(Code.SHAPE));
    }
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"0", "*", "mirror", "Harbor", " harbor", "harbor ", "harbor,mirror"})
  void aRecordOfNoAgencyOrAnotherIsUnreadable(@Nullable String header) {
    assertThat(codec.decode(header, json.getBytes(UTF_8)))
        .isEqualTo(new Malformed<InboundEvent>(Code.TENANT_MISMATCH));
  }

  static List<Event> events() {
    return Samples.of(Samples.HARBOR).events();
  }

  @ParameterizedTest
  @MethodSource("events")
  void anyOneIdOfAnotherAgencyMakesTheRecordUnreadable(Event event) {
    EventCodec<?> codec = Samples.codec(Samples.topicOf(event));
    String payload = payload(event);

    for (RecordComponent component : event.getClass().getRecordComponents()) {
      if (Agencies.isBound(component.getGenericType())) {
        String field = "(\"" + component.getName() + "\":\\[?\")harbor\\.";
        String doctored = payload.replaceFirst(field, "$1mirror.");
        assertThat(doctored).isNotEqualTo(payload);
        assertThat(codec.decode("harbor", doctored.getBytes(UTF_8)))
            .isEqualTo(new Malformed<>(Code.TENANT_MISMATCH));
        assertThat(codec.decode("mirror", doctored.getBytes(UTF_8)))
            .matches(decoded -> !doctored.contains("harbor.") || !(decoded instanceof Known));
      }
    }
  }

  @Test
  void everyIdOfEveryEventIsSeenByTheAgencyCheck() {
    assertThat(EventTypes.all())
        .flatExtracting(type -> Arrays.asList(type.getRecordComponents()))
        .filteredOn(component -> !Agencies.isBound(component.getGenericType()))
        .extracting(component -> component.getGenericType().getTypeName())
        .noneMatch(type -> type.matches(".*(Id|Ids)\\b.*"));
  }

  @Test
  void theHeadersAreThoseOfACloudEvent() {
    Wire wire = codec.encode(received);

    assertThat(wire.key()).isEqualTo(received.conversationId().value());
    assertThat(wire.headers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", received.messageId().value() + "/MessageReceived",
                "ce_source", "/reachline/inbound-gateway",
                "ce_type", "org.reachline.MessageReceived",
                "ce_time", "2026-01-17T04:12:07.250Z",
                "ce_subject", received.conversationId().value(),
                "ce_dataschema", "urn:reachline:schema:reachline.inbound:MessageReceived:v1",
                "ce_agency", "harbor",
                "content-type", "application/json"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void headersAreShortAscii(Event event) {
    assertThat(Samples.wireOf(event).headers().values())
        .allSatisfy(value -> assertThat(value).matches("[!-~]{1,255}"));
  }

  @Test
  void noResultPrintsWhatStoodInTheRecord() {
    for (String at : new String[] {"harbor", "twilio", "media", "MessageReceived", "2026"}) {
      Decoded<InboundEvent> decoded = decode(json.replace(at, CANARY + at));
      if (!(decoded instanceof Known)) {
        assertThat(decoded.toString()).doesNotContain("pier", "Wren");
      }
    }
    assertThat(codec.encode(received).toString())
        .isEqualTo("Wire[reachline.inbound, " + json.length() + " bytes]");
  }

  private static String payload(Event event) {
    return new String(Samples.wireOf(event).payload(), UTF_8);
  }

  private Decoded<InboundEvent> decode(String payload) {
    return codec.decode("harbor", payload.getBytes(UTF_8));
  }

  private void assertMalformed(Code code, String payload) {
    assertThat(decode(payload)).isEqualTo(new Malformed<InboundEvent>(code));
    assertThat(decode(payload).toString()).doesNotContain("pier", "Wren");
  }
}
