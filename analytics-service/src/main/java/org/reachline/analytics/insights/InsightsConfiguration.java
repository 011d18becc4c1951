package org.reachline.analytics.insights;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.reachline.analytics.AnalyticsMetrics;
import org.reachline.contracts.AgencyId;
import org.reachline.trust.store.AgencyCollection;
import org.reachline.trust.store.StoreHealth;
import org.reachline.trust.store.StoreIndexes;
import org.reachline.trust.web.CrisesNotTaken;
import org.reachline.trust.web.TrustProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Puts together what becomes of the cells. */
@Configuration(proxyBeanMethods = false)
class InsightsConfiguration {
  /** One collection per version of the topic, since the guard compares its offsets. */
  static final String COLLECTION = "analytics_cells_v1";

  @Bean
  CellStore cellStore(MongoDatabaseFactory mongo, Clock clock) {
    MongoCollection<Document> cells = mongo.getMongoDatabase().getCollection(COLLECTION);
    return new MongoCells(new AgencyCollection(cells), () -> index(cells), clock);
  }

  static void index(MongoCollection<Document> cells) {
    StoreIndexes _ =
        new StoreIndexes(cells)
            .ascending("agency", "grain", "bucket")
            .expiring(MongoCells.EXPIRES, Duration.ZERO);
  }

  @Bean
  StoreHealth storeHealthIndicator(MongoDatabaseFactory mongo) {
    return new StoreHealth(mongo.getMongoDatabase());
  }

  @Bean
  CellRecords cellRecords(AnalyticsMetrics metrics) {
    return new CellRecords(metrics);
  }

  @Bean
  KafkaCellSink kafkaCellSink(CellStore store, CellRecords records, AnalyticsMetrics metrics) {
    return new KafkaCellSink(store, records, metrics);
  }

  /** Consumers of cells, in a group or in none: only what is committed, from the beginning. */
  @Bean
  CellConsumers cellConsumers(ConsumerFactory<?, ?> boot) {
    Map<String, Object> settings = new HashMap<>(boot.getConfigurationProperties());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000); // a dead node is not waited for
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    return new CellConsumers(
        new DefaultKafkaConsumerFactory<>(
            settings, new StringDeserializer(), new ByteArrayDeserializer()));
  }

  /**
   * The factory of {@link CellConsumers}, by a type of its own, so that it replaces none of Boot's.
   */
  record CellConsumers(ConsumerFactory<String, byte[]> factory) {}

  /** A store that is away is waited for: nothing is skipped, since nothing here is unreadable. */
  @Bean(KafkaCellSink.CONTAINERS)
  ConcurrentKafkaListenerContainerFactory<String, byte[]> cellContainers(CellConsumers consumers) {
    ExponentialBackOff waits = new ExponentialBackOff(500, 2);
    waits.setMaxInterval(Duration.ofSeconds(15).toMillis());
    ConcurrentKafkaListenerContainerFactory<String, byte[]> containers =
        new ConcurrentKafkaListenerContainerFactory<>();
    containers.setConsumerFactory(consumers.factory());
    containers.setBatchListener(true);
    containers.getContainerProperties().setShutdownTimeout(3_000);
    containers.setCommonErrorHandler(new DefaultErrorHandler(waits));
    return containers;
  }

  @Bean
  LiveCells liveCells(
      Clock clock, BooleanSupplier streaming, TrustProperties agencies, AnalyticsMetrics metrics) {
    LiveCells live = new LiveCells(clock, streaming);
    for (AgencyId agency : agencies.agencies().keySet()) {
      metrics.watch(
          agency,
          live,
          cells -> cells.figures(agency).notTakenNow(),
          cells -> cells.figures(agency).oldestNotTaken(clock.instant()));
    }
    return live;
  }

  @Bean
  KafkaCellTail kafkaCellTail(
      CellConsumers consumers,
      CellStore store,
      CellRecords records,
      LiveCells live,
      TrustProperties agencies,
      Clock clock) {
    Set<AgencyId> all = agencies.agencies().keySet();
    return new KafkaCellTail(consumers.factory(), store, records, live, all, clock);
  }

  @Bean
  CrisesNotTaken crisesNotTaken(LiveCells live) {
    return scope -> Math.toIntExact(live.figures(scope.agency()).notTakenNow());
  }
}
