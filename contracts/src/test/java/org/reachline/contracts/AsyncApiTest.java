package org.reachline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.DeadLetters;
import org.reachline.contracts.wire.EventCodec;
import org.reachline.contracts.wire.Wire;
import tools.jackson.databind.JsonNode;

/**
 * The AsyncAPI document names exactly our topics and events, and every pointer in it leads
 * somewhere.
 */
class AsyncApiTest {
  private static final JsonNode API = Published.asyncApi();

  static List<Topic<? extends Event>> topics() {
    return Topics.ALL;
  }

  static List<Class<? extends Event>> types() {
    return EventTypes.all();
  }

  @Test
  void itIsAnAsyncApiDocumentOfThePartsTheSpecificationNames() {
    assertThat(API.get("asyncapi").asString()).isEqualTo("3.0.0");
    assertThat(API.propertyNames())
        .containsExactlyInAnyOrder(
            "asyncapi", "info", "defaultContentType", "channels", "operations", "components");
    assertThat(API.get("info").propertyNames()).contains("title", "version", "description");
    assertThat(API.get("components").propertyNames())
        .containsExactlyInAnyOrder("messages", "messageTraits", "schemas");
  }

  @Test
  void itNamesExactlyTheTopics() {
    Stream<String> names = Stream.concat(Topics.ALL.stream().map(Topic::name), deadLetters());

    assertThat(API.get("channels"))
        .extracting(c -> c.get("address").asString())
        .containsExactlyElementsOf(names.toList());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void aChannelCarriesExactlyTheEventsOfItsTopic(Topic<? extends Event> topic) {
    JsonNode channel = channel(topic.name());

    assertThat(channel.get("title").asString()).isEqualTo(topic.family().getSimpleName());
    assertThat(channel.get("messages").propertyNames())
        .containsExactlyElementsOf(
            EventTypes.of(topic).stream().map(Class::getSimpleName).toList());
    assertThat(channel.get("messages").properties())
        .allSatisfy(
            m -> assertThat(ref(m.getValue())).isEqualTo("#/components/messages/" + m.getKey()));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void aChannelKeepsRecordsAsLongAsTheTopicSays(Topic<? extends Event> topic) {
    assertThat(retention(topic.name())).isEqualTo(topic.kept().toMillis());
  }

  @Test
  void deadLettersAreADocumentedTopicToo() {
    assertThat(retention(Topics.DEAD_LETTERS)).isEqualTo(Topics.DEAD_LETTERS_KEPT.toMillis());
    assertThat(channel(Topics.DEAD_LETTERS).get("messages").propertyNames())
        .containsExactly("DeadLetter");
  }

  @ParameterizedTest
  @MethodSource("types")
  void aMessageNamesItsTypeItsKeyAndItsSchema(Class<? extends Event> type) {
    JsonNode message = API.at("/components/messages/" + type.getSimpleName());
    Topic<? extends Event> topic = Published.topicOf(type);

    assertThat(message.get("name").asString()).isEqualTo("org.reachline." + type.getSimpleName());
    assertThat(message.get("summary").asString())
        .isEqualTo(Published.schemaOf(type).get("description").asString());
    assertThat(message.get("traits"))
        .extracting(AsyncApiTest::ref)
        .containsExactly(
            "#/components/messageTraits/CloudEvent",
            "#/components/messageTraits/KeyedBy-" + topic.key());
    assertThat(message.at("/payload/schemaFormat").asString()).endsWith("version=draft-2020-12");
    assertThat(ref(message.at("/payload/schema"))).isEqualTo(Published.pathOf(type));
  }

  @Test
  void thereIsNoMessageOfATypeWeDoNotHave() {
    List<String> names = new ArrayList<>(types().stream().map(Class::getSimpleName).toList());
    names.add("DeadLetter");

    assertThat(API.at("/components/messages").propertyNames())
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void everyPointerLeadsSomewhere() {
    assertThat(API.findValues("$ref"))
        .hasSizeGreaterThan(100)
        .allSatisfy(ref -> assertThat(resolved(ref.asString()).isObject()).isTrue());
  }

  @Test
  void everyTopicHasItsWriter() {
    assertThat(API.get("operations"))
        .extracting(o -> ref(o.get("channel")))
        .containsExactlyElementsOf(
            API.get("channels").propertyNames().stream().map(c -> "#/channels/" + c).toList());
    assertThat(API.get("operations"))
        .allSatisfy(o -> assertThat(o.get("action").asString()).isEqualTo("send"));
    for (Topic<? extends Event> topic : topics()) {
      JsonNode operation = API.at("/operations/write-" + topic.name().replace("reachline.", ""));
      String source =
          Samples.wireOf(Samples.of(Samples.HARBOR).events(topic).getFirst())
              .headers()
              .getOrDefault(EventCodec.SOURCE, "");
      assertThat("/reachline/" + operation.at("/tags/0/name").asString()).isEqualTo(source);
    }
  }

  @Test
  void theHeadersOfEveryRecordAreAsDocumented() {
    JsonNode schema = API.at("/components/schemas/CloudEventHeaders");

    for (Event event : Samples.of(Samples.MIRROR).events()) {
      Map<String, String> headers = Samples.wireOf(event).headers();
      assertThat(faults(schema, headers)).isEmpty();
      assertThat(schema.get("properties").propertyNames()).containsAll(headers.keySet());
    }
    assertThat(faults(schema, Map.of())).hasSize(schema.get("required").size());
  }

  @Test
  void theHeadersOfADeadLetterAreAsDocumented() {
    JsonNode schema = API.at("/components/schemas/DeadLetterHeaders");
    Wire record = Samples.wireOf(Samples.of(Samples.HARBOR).events().getFirst());

    Wire dead = DeadLetters.of(record, 0, 41, "SHAPE", "case-service");

    assertThat(faults(schema, dead.headers())).isEmpty();
    assertThat(faults(schema, record.headers())).hasSize(schema.get("required").size());
    assertThat(schema.get("properties").propertyNames())
        .containsExactly(
            DeadLetters.CODE,
            DeadLetters.SERVICE,
            DeadLetters.TOPIC,
            DeadLetters.PARTITION,
            DeadLetters.OFFSET);
  }

  private static Stream<String> deadLetters() {
    return Stream.of(Topics.DEAD_LETTERS);
  }

  private static JsonNode channel(String topic) {
    return API.at("/channels/" + topic.replace("reachline.", ""));
  }

  private static long retention(String topic) {
    return channel(topic).at("/bindings/kafka/topicConfiguration/retention.ms").asLong();
  }

  private static String ref(JsonNode node) {
    return node.get("$ref").asString();
  }

  private static JsonNode resolved(String ref) {
    return ref.startsWith("#") ? API.at(ref.substring(1)) : Published.json(ref);
  }

  private static List<String> faults(JsonNode schema, Map<String, String> headers) {
    return Published.faults(schema, Published.JSON.valueToTree(headers));
  }
}
