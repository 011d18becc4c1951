package org.reachline.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.reachline.contracts.AgencyId;
import org.reachline.standalone.Tenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads topics with a plain client and JSON, as an outsider would, and says what stands there. */
final class Judge {
  private static final JsonMapper JSON = new JsonMapper();
  private final String bootstrapServers;

  Judge(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** A record without its class. */
  record Seen(String agency, String key, JsonNode event, Instant written) {
    String type() {
      return event.path("type").asString("");
    }

    String text(String field) {
      return event.path(field).asString("");
    }
  }

  /**
   * Every topic there is, those of the figures' state included; the broker's own hold offsets only.
   */
  String[] topics() {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      return consumer.listTopics().keySet().stream()
          .filter(t -> !t.startsWith("__"))
          .toArray(String[]::new);
    }
  }

  /** Those whose records carry an agency; the rest are the figures' own state. */
  String[] ourTopics() {
    return Arrays.stream(topics()).filter(t -> t.startsWith("reachline.")).toArray(String[]::new);
  }

  /** How many events of a type an agency has there. */
  long count(String topic, String type, AgencyId agency) {
    return all(topic).stream()
        .filter(seen -> seen.type().equals(type) && seen.agency().equals(agency.value()))
        .count();
  }

  /** Whom events of a type are about. */
  Set<String> conversations(String topic, String type, Tenant tenant) {
    return all(topic).stream()
        .filter(s -> s.type().equals(type) && s.agency().equals(tenant.id().value()))
        .map(s -> s.text("conversationId"))
        .collect(Collectors.toSet());
  }

  /** The different values of a field among events of a type. */
  Set<String> distinct(String topic, String type, String field) {
    return all(topic).stream()
        .filter(seen -> seen.type().equals(type))
        .map(seen -> seen.text(field))
        .collect(Collectors.toSet());
  }

  /** Everything on a topic up to its end as it is now, in the order of each partition. */
  List<Seen> all(String topic) {
    List<Seen> seen = new ArrayList<>();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> seen.add(seen(record)));
      }
    }
    return seen;
  }

  /**
   * The inbound message ids of each conversation, first occurrence each, in the order the gateway
   * accepted them.
   */
  Map<String, List<String>> acceptedOrder(AgencyId agency) {
    Map<String, List<String>> order = new LinkedHashMap<>();
    for (Seen record : all("reachline.inbound")) {
      if (record.type().equals("MessageReceived") && record.agency().equals(agency.value())) {
        List<String> ids = order.computeIfAbsent(record.key(), _ -> new ArrayList<>());
        String id = record.text("messageId");
        if (!ids.contains(id)) {
          ids.add(id);
        }
      }
    }
    return order;
  }

  /** For each client message the places it stands at: case and seq. */
  Map<String, TreeSet<String>> placesOfClientMessages(AgencyId agency) {
    Map<String, TreeSet<String>> places = new HashMap<>();
    for (Seen record : all("reachline.cases")) {
      if (record.type().equals("MessageRecorded")
          && record.text("author").equals("CLIENT")
          && record.agency().equals(agency.value())) {
        places
            .computeIfAbsent(record.text("messageId"), _ -> new TreeSet<>())
            .add(record.text("caseId") + "#" + record.event().path("seq").asLong());
      }
    }
    return places;
  }

  private static Seen seen(ConsumerRecord<String, byte[]> record) {
    Header agency = record.headers().lastHeader("ce_agency");
    return new Seen(
        agency == null ? "" : new String(agency.value(), StandardCharsets.US_ASCII),
        record.key(),
        JSON.readTree(record.value()),
        Instant.ofEpochMilli(record.timestamp()));
  }
}
