package org.reachline.trust.topics;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.DeadLetters;
import org.reachline.contracts.wire.Decoded;
import org.reachline.contracts.wire.EventCodec;
import org.reachline.contracts.wire.Wire;
import org.reachline.trust.Scope;

/**
 * Reads the records of one topic for one service. Safe for any thread; never throws on bad bytes.
 */
public final class TopicReader<E extends Event> {
  private final EventCodec<E> codec;
  private final String service;

  /**
   * @param service the reader's name, such as {@code case-service}: it acts in the scopes made here
   *     and signs dead letters
   */
  public TopicReader(Topic<E> topic, String service) {
    this.codec = new EventCodec<>(topic, "/reachline/" + service);
    this.service = service;
  }

  /** What the record is. */
  public Incoming<E> read(ConsumerRecord<String, byte[]> record) {
    return switch (codec.decode(header(record, EventCodec.AGENCY), record.value())) {
      case Decoded.Known<E>(var event) -> new Incoming.Read<>(Scope.ofEvent(event, service), event);
      case Decoded.Unrecognised<E>(var type) -> new Incoming.Skipped<>(type);
      case Decoded.Malformed<E>(var code) -> new Incoming.Dead<>(code, letter(record, code.name()));
    };
  }

  /** The dead letter for a record that reads well and still cannot be used. */
  public Wire letter(ConsumerRecord<String, byte[]> record, String code) {
    return DeadLetters.of(wire(record), record.partition(), record.offset(), code, service);
  }

  private static Wire wire(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), text(header));
    }
    @Nullable String key = record.key();
    byte @Nullable [] value = record.value();
    return new Wire(
        record.topic(), key == null ? "" : key, headers, value == null ? new byte[0] : value);
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : text(header);
  }

  private static String text(Header header) {
    byte @Nullable [] value = header.value();
    return value == null ? "" : new String(value, StandardCharsets.US_ASCII);
  }
}
