package org.reachline.trust.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.reachline.trust.topics.KafkaWatch;
import org.springframework.boot.health.contributor.Status;

/**
 * What every service that listens keeps to: a consumer that an Error stopped is started again and
 * reads again what it had not done. The Error comes out of the client's poll, in the group that is
 * struck, and once; a service under test is given {@link #SETTING}.
 */
public final class StruckConsumer implements ConsumerInterceptor<String, byte[]> {
  /** The key that plugs it into the clients of a service; the value is the name of this class. */
  public static final String SETTING = "spring.kafka.consumer.properties.interceptor.classes";

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Map<String, Stage> STAGES = new ConcurrentHashMap<>();
  private String group = "";

  private enum Stage {
    NEXT,
    STRUCK,
    READS_AGAIN
  }

  /**
   * Strikes the consumer of a group and waits until it reads again and the service is well.
   *
   * @param arrives makes a record arrive for that group
   */
  public static void recovers(String group, Runnable arrives, KafkaWatch listeners) {
    STAGES.put(group, Stage.NEXT);
    arrives.run();
    await("a second reading in " + group)
        .atMost(SOON)
        .until(() -> STAGES.get(group) == Stage.READS_AGAIN);
    await().atMost(SOON).until(() -> Status.UP.equals(listeners.health().getStatus()));
  }

  @Override
  public void configure(Map<String, ?> settings) {
    group = String.valueOf(settings.get("group.id"));
  }

  @Override
  public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> records) {
    STAGES.replace(group, Stage.STRUCK, Stage.READS_AGAIN);
    if (STAGES.replace(group, Stage.NEXT, Stage.STRUCK)) {
      throw new OutOfMemoryError("thrown by a test");
    }
    return records;
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

  @Override
  public void close() {}
}
