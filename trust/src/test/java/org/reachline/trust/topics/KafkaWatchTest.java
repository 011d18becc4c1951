package org.reachline.trust.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ConcurrentContainerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** A container on a client whose first poll runs out of memory. */
class KafkaWatchTest {
  private final AtomicInteger clients = new AtomicInteger();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch again = new CountDownLatch(1);
  private final ConcurrentMessageListenerContainer<String, byte[]> container = container();
  private final KafkaWatch watch = new KafkaWatch(() -> List.of(container));

  private final class Client extends MockConsumer<String, byte[]> {
    private final boolean breaks = clients.getAndIncrement() == 0;

    Client() {
      super("earliest");
    }

    @Override
    public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
      if (breaks) {
        throw new OutOfMemoryError("thrown by a test");
      }
      again.countDown();
      return super.poll(timeout);
    }
  }

  private ConcurrentMessageListenerContainer<String, byte[]> container() {
    var consumers =
        new DefaultKafkaConsumerFactory<String, byte[]>(Map.of()) {
          @Override
          protected Consumer<String, byte[]> createKafkaConsumer(Map<String, Object> settings) {
            return new Client();
          }
        };
    ContainerProperties settings = new ContainerProperties("inbound");
    settings.setGroupId("crisis");
    BatchMessageListener<String, byte[]> nobody = _ -> {};
    settings.setMessageListener(nobody);
    var made = new ConcurrentMessageListenerContainer<>(consumers, settings);
    made.setApplicationEventPublisher(
        event -> {
          if (event instanceof ConsumerStoppedEvent
              || event instanceof ConcurrentContainerStoppedEvent) {
            stopped.countDown();
          }
        });
    return made;
  }

  @AfterEach
  void stop() {
    watch.stop();
    container.stop();
  }

  @Test
  void aContainerThatAnErrorStoppedIsDownUntilItIsStartedAgain() throws InterruptedException {
    container.start();
    assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(watch.health().getDetails()).containsEntry("stopped", List.of("crisis"));

    watch.start();

    assertThat(again.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void aContainerThatWasToldToStopStaysStoppedAndIsDown() {
    watch.start();

    watch.look();

    assertThat(clients).hasValue(0);
    assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
  }
}
