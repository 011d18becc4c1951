package org.reachline.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.reachline.cases.live.WebNews;
import org.reachline.contracts.Topics;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;
import org.reachline.trust.topics.Incoming;
import org.reachline.trust.topics.TopicReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Every node of this service listens to what goes by, from now on and in no group, so that its open
 * pages also show what other nodes wrote. A help and no record: it may miss what passes while the
 * broker is away, and pages made later show it all the same.
 */
final class KafkaNews implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(KafkaNews.class);
  private static final Duration TURN = Duration.ofMillis(400);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int TURNS_BETWEEN_COUNTS = 150;

  private final ConsumerFactory<String, byte[]> consumers;
  private final WebNews news;
  private final Map<String, TopicReader<? extends Event>> readers = new LinkedHashMap<>();
  private volatile Thread listening = Thread.currentThread();
  private volatile boolean running;

  KafkaNews(ConsumerFactory<String, byte[]> consumers, WebNews news) {
    this.consumers = consumers;
    this.news = news;
    List.of(Topics.OF_CASES, Topics.OF_CRISES, Topics.OF_ESCALATIONS, Topics.OF_DELIVERY)
        .forEach(this::reads);
  }

  private void reads(Topic<? extends Event> topic) {
    readers.put(topic.name(), new TopicReader<>(topic, KafkaAnnouncer.SERVICE));
  }

  private void listen() {
    while (running) {
      try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "news", null)) {
        follow(consumer);
      } catch (RuntimeException | Error away) { // its message may name hosts
        if (running) {
          log.warn("news-interrupted kind={}", away.getClass().getName());
          pause();
        }
      }
    }
  }

  private void follow(Consumer<String, byte[]> consumer) {
    List<TopicPartition> assigned = List.of();
    for (int turn = 0; running; turn++) {
      if (turn % TURNS_BETWEEN_COUNTS == 0) {
        assigned = assign(consumer, assigned);
      }
      for (ConsumerRecord<String, byte[]> record : consumer.poll(TURN)) {
        heard(record);
      }
      news.look();
    }
  }

  /** All partitions; those that were not there before from their end on. */
  private List<TopicPartition> assign(
      Consumer<String, byte[]> consumer, List<TopicPartition> before) {
    List<TopicPartition> all = new ArrayList<>();
    for (String topic : readers.keySet()) {
      consumer
          .partitionsFor(topic)
          .forEach(info -> all.add(new TopicPartition(topic, info.partition())));
    }
    List<TopicPartition> more = all.stream().filter(one -> !before.contains(one)).toList();
    if (!more.isEmpty()) {
      consumer.assign(all);
      consumer.seekToEnd(more);
    }
    return all;
  }

  private void heard(ConsumerRecord<String, byte[]> record) {
    TopicReader<? extends Event> reader = readers.get(record.topic());
    if (reader != null && reader.read(record) instanceof Incoming.Read<?>(var scope, var event)) {
      news.heard(scope, event);
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    running = true;
    listening = Thread.ofVirtual().name("news").start(this::listen);
  }

  @Override
  public void stop() {
    running = false;
    listening.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
