package org.reachline.cases;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.examples.SampleFlow;
import org.reachline.cases.live.WebLive;
import org.reachline.cases.live.WebNews;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.Topics;
import org.reachline.trust.topics.KafkaWatch;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * One container per topic and group, each on threads of its own: the crisis lane never waits for a
 * routine one. Offsets are committed after a batch is done; an outage is waited out, and a
 * container that an Error stopped is started again.
 */
@Configuration(proxyBeanMethods = false)
class KafkaListeners {
  private final ConsumerFactory<String, byte[]> consumers;
  private final CaseProperties properties;
  private final Announcer announcer;
  private final CaseMetrics metrics;

  KafkaListeners(
      ConsumerFactory<String, byte[]> consumers,
      CaseProperties properties,
      Announcer announcer,
      CaseMetrics metrics) {
    this.consumers = consumers;
    this.properties = properties;
    this.announcer = announcer;
    this.metrics = metrics;
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> crisisContainer(
      CrisisLane lane, Recall recall) {
    var batches = new Batches<>(Topics.OF_INBOUND, announcer, metrics, lane::accept, false);
    return container(Topics.INBOUND, properties.groups().crisis(), batches::accept, recall);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> casesContainer(CaseFlow flow) {
    var batches = new Batches<>(Topics.OF_INBOUND, announcer, metrics, flow::accept, true);
    return container(Topics.INBOUND, properties.groups().cases(), batches::accept, null);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> deliveryContainer(DeliveryFlow flow) {
    var batches = new Batches<>(Topics.OF_DELIVERY, announcer, metrics, flow::accept, true);
    return container(Topics.DELIVERY, properties.groups().delivery(), batches::accept, null);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> crisesContainer(DutyFlow flow) {
    var batches = new Batches<>(Topics.OF_CRISES, announcer, metrics, flow::accept, true);
    return container(Topics.CRISES, properties.groups().crises(), batches::accept, null);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> escalationsContainer(DutyFlow flow) {
    var batches = new Batches<>(Topics.OF_ESCALATIONS, announcer, metrics, flow::accept, true);
    return container(Topics.ESCALATIONS, properties.groups().escalations(), batches::accept, null);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> samplesContainer(SampleFlow flow) {
    var batches = new Batches<>(Topics.OF_CASES, announcer, metrics, flow::accept, true);
    return container(Topics.CASES, properties.groups().samples(), batches::accept, null);
  }

  @Bean
  KafkaWatch listeners(List<ConcurrentMessageListenerContainer<String, byte[]>> containers) {
    return new KafkaWatch(() -> containers);
  }

  @Bean
  KafkaNews news(@Qualifier("caseStore") CaseStore store, WebLive live, Clock clock) {
    return new KafkaNews(consumers, new WebNews(store, live, clock));
  }

  private ConcurrentMessageListenerContainer<String, byte[]> container(
      String topic,
      String group,
      Consumer<List<ConsumerRecord<String, byte[]>>> batches,
      @Nullable ConsumerAwareRebalanceListener rebalance) {
    ContainerProperties settings = new ContainerProperties(topic);
    settings.setGroupId(group);
    settings.setClientId(group);
    BatchMessageListener<String, byte[]> listener = batches::accept;
    settings.setMessageListener(listener);
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(group + "-");
    threads.setVirtualThreads(true);
    settings.setListenerTaskExecutor(threads);
    if (rebalance != null) {
      settings.setConsumerRebalanceListener(rebalance);
    }
    var container = new ConcurrentMessageListenerContainer<>(consumers, settings);
    container.setConcurrency(properties.consumers());
    container.setCommonErrorHandler(patient());
    return container;
  }

  /** Only outages come here; they are tried again until they are over. */
  private static DefaultErrorHandler patient() {
    ExponentialBackOff waits = new ExponentialBackOff(200, 2);
    waits.setMaxInterval(5_000);
    DefaultErrorHandler handler = new DefaultErrorHandler(waits);
    handler.setClassifications(Map.of(), true);
    return handler;
  }
}
