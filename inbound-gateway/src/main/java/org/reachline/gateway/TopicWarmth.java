package org.reachline.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.reachline.contracts.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Makes the producer know its topics before the first call needs them: it may not block then, so an
 * unknown topic would be a 503. Waits a while at start, so that a ready gateway is warm; with Kafka
 * away the gateway starts all the same, answers 503, and goes on asking.
 */
final class TopicWarmth implements InitializingBean, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(TopicWarmth.class);
  private static final List<String> WRITTEN =
      List.of(Topics.INBOUND, Topics.RECEIPTS, Topics.QUARANTINE, Topics.DEAD_LETTERS);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Producer<String, byte[]> producer;
  private final Duration patience;
  private final Thread asking =
      Thread.ofPlatform().daemon().name("topic-warmth").unstarted(this::askOn);

  TopicWarmth(Producer<String, byte[]> producer, Duration patience) {
    this.producer = producer;
    this.patience = patience;
  }

  @Override
  public void afterPropertiesSet() {
    Instant until = Instant.now().plus(patience);
    while (!allKnown() && Instant.now().isBefore(until)) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    if (!allKnown()) {
      LOG.warn("Kafka does not know our topics yet; webhooks are answered 503 until it does");
      asking.start();
    }
  }

  @Override
  public void destroy() {
    asking.interrupt();
  }

  private void askOn() {
    while (!Thread.currentThread().isInterrupted() && !allKnown()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    LOG.info("Kafka knows our topics; webhooks are kept");
  }

  private boolean allKnown() {
    return WRITTEN.stream().allMatch(this::isKnown);
  }

  private boolean isKnown(String topic) {
    try {
      return !producer.partitionsFor(topic).isEmpty();
    } catch (
        KafkaException notYet) { // asking has started the look-up; the answer is there next time
      return false;
    }
  }
}
