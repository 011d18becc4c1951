package org.reachline.notifier;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.reachline.channels.lines.Lines;
import org.reachline.channels.lines.LinesFile;
import org.reachline.channels.lines.SecretReader;
import org.reachline.channels.spi.ChannelAdapter;
import org.reachline.channels.twilio.TwilioAdapter;
import org.reachline.notifier.dispatch.core.Retries;
import org.reachline.notifier.provider.HttpProvider;
import org.reachline.trust.store.StoreHealth;
import org.reachline.trust.topics.KafkaWatch;
import org.reachline.trust.web.ConfigurationRule;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** What both halves of the service share: store, broker, lines, providers, clocks. */
@Configuration(proxyBeanMethods = false)
class WiringConfiguration {
  @Bean
  static ConfigurationRule settings() {
    return new SettingsRule();
  }

  /** Whatever decides a send is written by a majority and read from one. */
  @Bean
  MongoDatabase notifierDatabase(MongoDatabaseFactory mongo) {
    return mongo
        .getMongoDatabase()
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
        .withReadConcern(ReadConcern.MAJORITY);
  }

  @Bean
  StoreHealth storeHealthIndicator(MongoDatabase notifierDatabase) {
    return new StoreHealth(notifierDatabase);
  }

  /** A store that hangs is known within seconds, so that a provider is told to come again. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 1) // what the address of the store says comes after it
  MongoClientSettingsBuilderCustomizer storeLimits() {
    return settings ->
        settings.applyToSocketSettings(socket -> socket.readTimeout(8, TimeUnit.SECONDS));
  }

  @Bean
  StoreClock storeClock(MongoDatabase notifierDatabase) {
    return new MongoClock(notifierDatabase);
  }

  @Bean
  NotifierMetrics notifierMetrics(MeterRegistry registry) {
    return new NotifierMetrics(registry);
  }

  @Bean(destroyMethod = "close")
  Lines lines(List<ChannelAdapter> adapters, Environment environment, NotifierProperties limits) {
    LinesFile file = new LinesFile(adapters, SecretReader.ofProcess());
    return new Lines(
        file, Path.of(environment.getRequiredProperty(SettingsRule.LINES)), limits.linesReload());
  }

  @Bean
  ChannelAdapter twilio() {
    return new TwilioAdapter();
  }

  /** Messages to clients: a client of its own, so that they never stand before a page. */
  @Bean(destroyMethod = "close")
  HttpProvider clientProvider(NotifierProperties limits) {
    return provider(limits);
  }

  @Bean(destroyMethod = "close")
  HttpProvider staffProvider(NotifierProperties limits) {
    return provider(limits);
  }

  private static HttpProvider provider(NotifierProperties limits) {
    return new HttpProvider(
        new HttpProvider.Limits(
            limits.providerConnect(), limits.providerCall(), limits.providerAtOnce()));
  }

  @Bean
  Retries retries(NotifierProperties limits) {
    return new Retries(limits.maxAttempts(), limits.firstRetry());
  }

  @Bean
  Timings timings(NotifierProperties limits) {
    return new Timings(
        limits.onCall(), limits.tick(), limits.linesReload(), limits.beat(), limits.lineAtOnce());
  }

  @Bean(destroyMethod = "shutdownNow")
  ExecutorService background() {
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  @Bean
  Producer<String, byte[]> producer(ProducerFactory<String, byte[]> factory) {
    return factory.createProducer();
  }

  @Bean
  KafkaWatch listeners(KafkaListenerEndpointRegistry registry) {
    return new KafkaWatch(registry::getListenerContainers);
  }

  /** Waits and tries again for as long as it takes: only what is away comes here. */
  @Bean
  CommonErrorHandler errorHandler() {
    ExponentialBackOff backOff = new ExponentialBackOff(500, 2);
    backOff.setMaxInterval(10_000);
    return new DefaultErrorHandler(backOff);
  }
}
