package org.reachline.analytics;

import static java.util.Objects.requireNonNull;
import static org.reachline.contracts.wire.EventCodec.AGENCY;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.reachline.analytics.core.Placed;
import org.reachline.analytics.core.Projection;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.DeadLetters;
import org.reachline.contracts.wire.Decoded;
import org.reachline.contracts.wire.Wire;
import org.reachline.trust.topics.Incoming;
import org.reachline.trust.topics.TopicReader;

/**
 * Reads the records of the source topics. What is unusable stays where it lies: only a pointer to
 * it goes on, without key, header or byte of it. No header of a source record travels further.
 */
final class FactProjector extends ContextualProcessor<String, byte[], String, Projected> {
  static final String SERVICE = "analytics-service";

  private final AnalyticsMetrics metrics;
  private final Map<String, TopicReader<? extends Event>> readers =
      AnalyticsTopics.SOURCES.stream()
          .collect(Collectors.toMap(Topic::name, topic -> new TopicReader<>(topic, SERVICE)));

  FactProjector(AnalyticsMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void process(Record<String, byte[]> record) {
    RecordMetadata place = context().recordMetadata().orElseThrow();
    String topic = place.topic();
    metrics.read(topic);
    switch (read(record, place)) {
      case Incoming.Read(var _, var event) -> project(record, event, topic);
      case Incoming.Skipped _ -> metrics.unknown(topic);
      case Incoming.Dead(var code, var _) -> bury(record, place, code);
    }
  }

  private Incoming<? extends Event> read(Record<String, byte[]> record, RecordMetadata place) {
    return requireNonNull(readers.get(place.topic()))
        .read(
            new ConsumerRecord<>(
                place.topic(),
                place.partition(),
                place.offset(),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty()));
  }

  private void project(Record<String, byte[]> record, Event event, String topic) {
    metrics.projected(topic);
    Headers headers = headers(Map.of(AGENCY, event.agency().value()));
    for (Placed placed : Projection.project(event)) {
      context()
          .forward(
              new Record<>(
                  placed.key().text(),
                  new Projected.News(placed.fact()),
                  record.timestamp(),
                  headers));
    }
  }

  private void bury(Record<String, byte[]> record, RecordMetadata place, Decoded.Code code) {
    metrics.malformed(place.topic());
    String where = place.topic() + "/" + place.partition() + "/" + place.offset();
    Wire letter =
        DeadLetters.of(
            new Wire(place.topic(), where, Map.of(), new byte[0]),
            place.partition(),
            place.offset(),
            code.name(),
            SERVICE);
    context()
        .forward(
            new Record<>(
                letter.key(),
                new Projected.Pointer(),
                record.timestamp(),
                headers(letter.headers())));
  }

  private static Headers headers(Map<String, String> texts) {
    Headers headers = new RecordHeaders();
    texts.forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.US_ASCII)));
    return headers;
  }
}
