package org.reachline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.InboundEvent.MessageReceived;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.contracts.personal.OutboundContent;
import org.reachline.contracts.personal.Personal;
import org.reachline.contracts.personal.QuarantinedRequest;
import org.reachline.contracts.wire.Decoded;
import org.reachline.contracts.wire.EventCodec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The published schemas say exactly what the codec writes and reads. */
class SchemaTest {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private final Samples samples = Samples.of(Samples.HARBOR);

  static List<Class<? extends Event>> types() {
    return EventTypes.all();
  }

  static Stream<Event> everySample() {
    return Stream.of(Samples.HARBOR, Samples.MIRROR).flatMap(a -> Samples.of(a).events().stream());
  }

  @ParameterizedTest
  @MethodSource("everySample")
  void whatTheCodecWritesIsValid(Event event) {
    assertThat(faults(event.getClass(), written(event))).isEmpty();
  }

  @Test
  void thereIsOneSchemaPerEventTypeAndNoOther() throws IOException {
    Path folder = Path.of("src/main/resources/org/reachline/contracts");
    try (Stream<Path> files = Files.walk(folder.resolve("schemas"))) {
      assertThat(files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()))
          .containsExactlyInAnyOrderElementsOf(types().stream().map(Published::pathOf).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void aSchemaNamesItselfAndDescribesEveryField(Class<? extends Event> type) {
    ObjectNode schema = Published.schemaOf(type);

    assertThat(schema.get("$schema").asString()).isEqualTo(DRAFT);
    assertThat(schema.get("$id").asString())
        .isEqualTo(EventCodec.schemaOf(Published.topicOf(type).name(), type));
    assertThat(schema.get("title").asString()).isEqualTo(type.getSimpleName());
    assertThat(schema.get("description").asString()).endsWith(".");
    assertThat(schema.get("additionalProperties").asBoolean()).isTrue();
    assertThat(schema.get("properties"))
        .allSatisfy(field -> assertThat(field.get("description").asString()).hasSizeGreaterThan(9));
  }

  @ParameterizedTest
  @MethodSource("types")
  void theFieldsOfASchemaAreThoseOfTheRecord(Class<? extends Event> type) {
    Set<String> fields = new TreeSet<>(Set.of("type"));
    components(type).forEach(component -> fields.add(component.getName()));

    assertThat(Published.schemaOf(type).get("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(fields);
  }

  @ParameterizedTest
  @MethodSource("types")
  void enumsAreThoseOfTheCode(Class<? extends Event> type) {
    for (RecordComponent component : components(type)) {
      JsonNode field = Published.schemaOf(type).at("/properties/" + component.getName());
      if (component.getType().isEnum()) {
        assertThat(texts(field.get("enum"))).containsExactlyElementsOf(constants(component));
      }
      if (component.getType() == Instant.class) {
        assertThat(field.get("format").asString()).isEqualTo("date-time");
        assertThat(field.get("description").asString()).contains("UTC");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void aMissingFieldIsInvalidExactlyWhereTheCodecRefusesIt(Class<? extends Event> type) {
    List<String> required = texts(Published.schemaOf(type).get("required"));

    for (String field : written(samples.event(type)).propertyNames()) {
      ObjectNode doctored = written(samples.event(type));
      doctored.remove(field);
      assertThat(faults(type, doctored).isEmpty()).as(field).isEqualTo(!required.contains(field));
      assertThat(isRead(type, doctored)).as(field).isEqualTo(!required.contains(field));
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void aValueOfAnotherFormIsInvalid(Class<? extends Event> type) {
    for (String field : written(samples.event(type)).propertyNames()) {
      assertThat(faults(type, with(type, field, "been outside since 6"))).as(field).isNotEmpty();
      assertThat(faults(type, written(samples.event(type)).putNull(field))).as(field).isNotEmpty();
      assertThat(faults(type, written(samples.event(type)).put(field, -1))).as(field).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void aFieldOfANewerWriterIsValid(Class<? extends Event> type) {
    assertThat(faults(type, with(type, "language", "en"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatIsPersonalIsInvalidInTheClear(Class<? extends Event> type) {
    assertThat(personalFields()).contains("from", "to", "name", "text", "attachments");
    for (String field : personalFields()) {
      assertThat(faults(type, with(type, field, "Wren"))).as(field).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone", "email", "address", "body", "firstName", "note", "location"})
  void soIsAnythingNamedLikeIt(String field) {
    assertThat(faults(MessageReceived.class, with(MessageReceived.class, field, "x"))).isNotEmpty();
  }

  @Test
  void wordsInPlaceOfACiphertextAreInvalid() {
    ObjectNode doctored = with(MessageReceived.class, "sealed", "getting sleepy. nowhere open");

    assertThat(faults(MessageReceived.class, doctored)).isNotEmpty();
  }

  @Test
  void evidenceQuotesNothing() {
    ObjectNode doctored = written(samples.event(CrisisRaised.class));
    ((ObjectNode) doctored.get("evidence").get(0)).put("text", "been outside since 6");

    assertThat(faults(CrisisRaised.class, doctored)).isNotEmpty();
  }

  private ObjectNode with(Class<? extends Event> type, String field, String value) {
    return written(samples.event(type)).put(field, value);
  }

  private static ObjectNode written(Event event) {
    return (ObjectNode) Published.JSON.readTree(Samples.wireOf(event).payload());
  }

  private static List<String> faults(Class<? extends Event> type, JsonNode value) {
    return Published.faults(Published.schemaOf(type), value);
  }

  private static boolean isRead(Class<? extends Event> type, JsonNode value) {
    return Samples.codec(Published.topicOf(type))
            .decode("harbor", Published.JSON.writeValueAsBytes(value))
        instanceof Decoded.Known;
  }

  private static List<RecordComponent> components(Class<?> type) {
    return Arrays.asList(type.getRecordComponents());
  }

  private static List<String> constants(RecordComponent component) {
    return Arrays.stream(component.getType().getEnumConstants()).map(Object::toString).toList();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }

  /** Every part of a sealed content that is, or holds, something about a person. */
  private static Set<String> personalFields() {
    return Stream.of(InboundContent.class, OutboundContent.class, QuarantinedRequest.class)
        .flatMap(content -> components(content).stream())
        .filter(c -> Personal.class.isAssignableFrom(c.getType()) || c.getType() == List.class)
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }
}
