package org.reachline.analytics;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How the streams run: exactly once, on the classic protocol, with nothing named by chance. */
final class StreamsSettings {
  private StreamsSettings() {}

  /**
   * @param connection how to reach the broker
   */
  static Properties of(AnalyticsProperties properties, Map<String, Object> connection) {
    Properties all = new Properties();
    all.putAll(connection);
    all.put(StreamsConfig.APPLICATION_ID_CONFIG, properties.applicationId());
    all.put(StreamsConfig.STATE_DIR_CONFIG, properties.stateDir().toAbsolutePath().toString());
    all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, properties.commitInterval().toMillis());
    all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) properties.replicationFactor());
    all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, properties.standbyReplicas());
    all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, properties.threads());
    all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, properties.cache().toBytes());
    all.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class.getName());
    all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    int session = Math.toIntExact(properties.sessionTimeout().toMillis());
    all.put(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), session);
    all.put(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), session / 4);
    all.put(consumer(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
    all.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
    all.put(
        StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
        properties.replicationFactor() > 2 ? 2 : 1);
    return all;
  }

  private static String consumer(String key) {
    return StreamsConfig.consumerPrefix(key);
  }
}
