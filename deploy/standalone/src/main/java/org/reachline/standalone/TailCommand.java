package org.reachline.standalone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Sealed;
import org.reachline.contracts.Topics;
import org.reachline.contracts.wire.EventCodec;
import org.reachline.embedded.TopicSpec;
import org.reachline.trust.keys.Keyring;
import org.reachline.trust.keys.Opened;
import org.reachline.trust.keys.Place;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.keys.Sealing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code tail TOPIC}: events as they pass, one a line. Sealed parts stay sealed unless asked, and
 * open only with the keys of this folder.
 */
final class TailCommand {
  private static final JsonMapper JSON = new JsonMapper();

  private final Terminal terminal;
  private final Arguments arguments;
  private final Sealing sealing;
  private final Set<String> crises = new HashSet<>();

  private TailCommand(Terminal terminal, Arguments arguments, Sealing sealing) {
    this.terminal = terminal;
    this.arguments = arguments;
    this.sealing = sealing;
  }

  static int run(Terminal terminal, Arguments arguments) {
    DataFolder data = new DataFolder(arguments.data());
    String topic = topic(arguments);
    String servers = bootstrap(data, arguments);
    Keyring keys =
        Keyring.open(
            data.keys(), List.of(DemoAgency.TENANT.id()), Set.of(Purpose.INTAKE, Purpose.SEND));
    requireRunning(servers);
    new TailCommand(terminal, arguments, new Sealing(keys)).follow(topic, servers);
    return 0;
  }

  private static String topic(Arguments arguments) {
    String word = String.join(" ", arguments.words());
    return TopicLayout.all().stream()
        .map(TopicSpec::name)
        .filter(name -> name.equals(word) || name.equals("reachline." + word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    (word.isEmpty() ? "which topic? one of " : "no topic " + word + "; there are ")
                        + names()));
  }

  private static String names() {
    return String.join(
        ", ",
        TopicLayout.all().stream().map(t -> t.name().substring("reachline.".length())).toList());
  }

  private static void requireRunning(String servers) {
    try {
      Reachable.requireKafka(servers);
    } catch (IllegalStateException away) {
      throw new IllegalStateException(away.getMessage() + "; is ./reachline up running?");
    }
  }

  private static String bootstrap(DataFolder data, Arguments arguments) {
    String given = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
    Ports ports = arguments.ports();
    if (given != null) {
      return given;
    }
    return ports == null ? data.lastKafka() : "127.0.0.1:" + ports.kafka();
  }

  /** Until Ctrl-C. */
  private void follow(String topic, String bootstrapServers) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      if (arguments.has("--from-start")) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
      }
      terminal.say("Following " + topic + "; Ctrl-C stops.");
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(Duration.ofMillis(500)).forEach(this::show);
      }
    }
  }

  private void show(ConsumerRecord<String, byte[]> record) {
    String id = header(record, EventCodec.ID);
    String again = record.topic().equals(Topics.CRISES) ? mark(id, crises) : "";
    terminal.say(header(record, EventCodec.TIME) + " " + again + printable(record.value()));
    if (arguments.has("--reveal")) {
      reveal(record);
    }
  }

  /** A crisis is told by the lane and by the case flow: the second is marked. */
  static String mark(String id, Set<String> shown) {
    return shown.add(id) ? "" : "(again, same crisis) ";
  }

  /** A dead letter may hold anything, the codes that steer a terminal included. */
  static String printable(byte @Nullable [] value) {
    return value == null
        ? ""
        : new String(value, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?");
  }

  private void reveal(ConsumerRecord<String, byte[]> record) {
    JsonNode box = sealedPart(record.value());
    if (box.isString()) {
      Purpose purpose = record.topic().equals(Topics.OUTBOUND) ? Purpose.SEND : Purpose.INTAKE;
      Place place = Place.ofEvent(record.topic(), header(record, EventCodec.ID));
      AgencyId agency = new AgencyId(header(record, EventCodec.AGENCY));
      switch (sealing.open(agency, purpose, place, new Sealed(box.stringValue()), JsonNode.class)) {
        case Opened.Content<JsonNode>(var content) -> terminal.say("  revealed: " + content);
        case Opened.Unreadable<JsonNode>() ->
            terminal.say("  does not open with the keys of this folder");
      }
    }
  }

  private static JsonNode sealedPart(byte @Nullable [] value) {
    try {
      return JSON.readTree(value == null ? new byte[0] : value).path("sealed");
    } catch (JacksonException notJson) {
      return JSON.missingNode();
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
  }
}
