package org.reachline.contracts.wire;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A record as it lies on a topic: CloudEvents 1.0 in binary mode. Free of any Kafka class; the
 * arrays belong to the receiver.
 *
 * @param key the record key
 * @param headers header names and their text, all US-ASCII
 * @param payload UTF-8 JSON
 */
@SuppressWarnings("ArrayRecordComponent") // one copy of the bytes, from the codec to the producer
public record Wire(String topic, String key, Map<String, String> headers, byte[] payload) {
  public Wire {
    requireNonNull(topic, "topic");
    requireNonNull(key, "key");
    headers = Map.copyOf(headers);
    requireNonNull(payload, "payload");
  }

  /** Topic and size only: even ciphertext stays out of logs. */
  @Override
  public String toString() {
    return "Wire[" + topic + ", " + payload.length + " bytes]";
  }
}
