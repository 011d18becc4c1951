package org.reachline.analytics;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.reachline.analytics.core.AgencyZones;
import org.reachline.contracts.AgencyId;
import org.reachline.trust.topics.KafkaWatch;
import org.reachline.trust.web.ConfigurationRule;
import org.reachline.trust.web.TrustProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Puts the streams together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnalyticsProperties.class)
class AnalyticsConfiguration {

  @Bean
  static ConfigurationRule analyticsRule() {
    return new SettingsRule();
  }

  @Bean
  AnalyticsMetrics analyticsMetrics(MeterRegistry registry) {
    return new AnalyticsMetrics(registry);
  }

  @Bean
  AgencyZones agencyZones(TrustProperties trust) {
    Map<AgencyId, ZoneId> zones = new HashMap<>();
    trust.agencies().forEach((id, agency) -> zones.put(id, agency.zone()));
    return new AgencyZones(zones, ZoneOffset.UTC);
  }

  /** Both parts in their order; a new one for each start, since a topology belongs to one run. */
  static Topology topology(
      Properties settings, AgencyZones zones, AnalyticsMetrics metrics, int partitions) {
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
    new Facts(metrics, StoreSuppliers.ON_DISK, partitions).build(builder);
    new Cells(zones, metrics, StoreSuppliers.ON_DISK, partitions).build(builder);
    return builder.build(settings);
  }

  @Bean
  StreamsRunner streamsRunner(
      AnalyticsProperties properties,
      AgencyZones zones,
      AnalyticsMetrics metrics,
      MeterRegistry registry,
      KafkaAdmin admin,
      KafkaListenerEndpointRegistry listeners) {
    Map<String, Object> connection = admin.getConfigurationProperties();
    Properties settings = StreamsSettings.of(properties, connection);
    Supplier<Topology> topology = () -> topology(settings, zones, metrics, properties.partitions());
    return new StreamsRunner(
        topology,
        settings,
        new TopicsReady(properties, connection),
        metrics,
        registry,
        () -> listeners.getListenerContainers().forEach(MessageListenerContainer::start));
  }

  @Bean
  KafkaWatch listeners(KafkaListenerEndpointRegistry registry) {
    return new KafkaWatch(registry::getListenerContainers);
  }

  @Bean
  BooleanSupplier streaming(StreamsRunner runner) {
    return () -> runner.state() == StreamsRunner.State.RUNNING;
  }

  @Bean
  StreamsHealth streamsHealthIndicator(StreamsRunner runner) {
    return new StreamsHealth(runner);
  }
}
