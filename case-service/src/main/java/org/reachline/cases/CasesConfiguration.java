package org.reachline.cases;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.reachline.cases.core.Rules;
import org.reachline.cases.examples.Export;
import org.reachline.cases.examples.Finder;
import org.reachline.cases.examples.LabelFlow;
import org.reachline.cases.examples.SampleFlow;
import org.reachline.cases.examples.Sampling;
import org.reachline.cases.reading.AgencyRules;
import org.reachline.cases.reading.OverlayWatch;
import org.reachline.cases.reading.Patience;
import org.reachline.cases.reading.TriageProperties;
import org.reachline.cases.store.Boxes;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.ExampleStore;
import org.reachline.cases.store.KeptFile;
import org.reachline.cases.store.MongoCaseStore;
import org.reachline.cases.store.MongoExampleStore;
import org.reachline.cases.store.Shelf;
import org.reachline.trust.keys.KeyedIds;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.keys.Sealing;
import org.reachline.trust.store.StoreHealth;
import org.reachline.trust.web.HeldPurposes;
import org.reachline.trust.web.PublicPaths;
import org.reachline.trust.web.TrustProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;

/** How the parts of this service hang together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CaseProperties.class, TriageProperties.class})
class CasesConfiguration {
  private static final Duration BROKER_PATIENCE = Duration.ofSeconds(40);

  @Bean
  HeldPurposes held() {
    return HeldPurposes.of(Purpose.ID, Purpose.INTAKE, Purpose.SEND, Purpose.CASE, Purpose.SESSION);
  }

  @Bean
  SettingsRule settingsRule() {
    return new SettingsRule();
  }

  @Bean
  PublicPaths open() {
    return PublicPaths.none();
  }

  @Bean
  CaseMetrics caseMetrics(MeterRegistry registry) {
    return new CaseMetrics(registry);
  }

  @Bean
  StoreHealth storeHealthIndicator(MongoDatabaseFactory databases) {
    return new StoreHealth(databases.getMongoDatabase());
  }

  @Bean
  Boxes boxes(Sealing sealing) {
    return new Boxes(sealing);
  }

  @Bean
  AgencyRules agencyRules() {
    return AgencyRules.shipped();
  }

  @Bean
  OverlayWatch overlayWatch(
      TriageProperties triage,
      TrustProperties trust,
      AgencyRules rules,
      MongoDatabaseFactory databases,
      CaseMetrics metrics) {
    Shelf<String, KeptFile> copies = KeptFile.in(databases.getMongoDatabase());
    OverlayWatch watch =
        OverlayWatch.of(triage, trust.agencies().keySet(), rules, copies, metrics::overlay);
    metrics.overlaysRefused(watch::refused);
    return watch;
  }

  @Bean
  Patience patience(AgencyRules rules, TriageProperties triage) {
    return new Patience(rules, triage.within());
  }

  @Bean
  Detector detector(Patience patience) {
    return new Detector(patience);
  }

  @Bean
  MongoExampleStore exampleStore(MongoDatabaseFactory databases) {
    return new MongoExampleStore(databases.getMongoDatabase());
  }

  @Bean
  Finder finder(CaseStore store, Boxes boxes) {
    return new Finder(store, boxes);
  }

  @Bean
  LabelFlow labelFlow(ExampleStore store, Finder finder, CaseMetrics metrics, Clock clock) {
    return new LabelFlow(store, finder, metrics, clock);
  }

  @Bean
  SampleFlow sampleFlow(
      KeyedIds ids,
      ExampleStore examples,
      CaseStore cases,
      Finder finder,
      CaseProperties properties,
      CaseMetrics metrics) {
    Sampling sampling = new Sampling(ids, properties.sampleOneIn());
    return new SampleFlow(sampling, examples, cases, finder, metrics);
  }

  @Bean
  Export export(ExampleStore examples, CaseStore cases, Finder finder) {
    return new Export(examples, cases, finder);
  }

  @Bean
  Announcer announcer(ProducerFactory<String, byte[]> producers) {
    return new KafkaAnnouncer(producers.createProducer(), BROKER_PATIENCE);
  }

  @Bean
  MongoCaseStore caseStore(MongoDatabaseFactory databases, Boxes boxes, Clock clock) {
    return new MongoCaseStore(databases.getMongoDatabase(), boxes, clock);
  }

  @Bean
  Relay relay(CaseStore store, Boxes boxes, Announcer announcer) {
    return new Relay(store, boxes, announcer);
  }

  @Bean
  Rules rules(CaseProperties properties) {
    return new Rules(
        new Rules.Policy(properties.programme(), properties.queue(), properties.reopenWithin()));
  }

  @Bean
  CaseFlow caseFlow(
      Boxes boxes,
      Detector detector,
      Rules rules,
      CaseStore store,
      Relay relay,
      Announcer announcer,
      CaseMetrics metrics,
      Clock clock) {
    return new CaseFlow(
        boxes, new Reading(boxes, detector), rules, store, relay, announcer, metrics, clock);
  }

  @Bean
  CrisisLane crisisLane(
      Boxes boxes,
      Detector detector,
      Announcer announcer,
      CaseProperties properties,
      CaseMetrics metrics,
      Clock clock) {
    return new CrisisLane(
        boxes,
        detector,
        announcer,
        new Recent(properties.recall().conversations()),
        metrics,
        clock);
  }

  @Bean
  Recall recall(
      ConsumerFactory<String, byte[]> consumers,
      CrisisLane lane,
      CaseProperties properties,
      Clock clock) {
    return new Recall(consumers, lane, properties.recall(), clock);
  }

  @Bean
  DeliveryFlow deliveryFlow(CaseStore store, CaseMetrics metrics) {
    return new DeliveryFlow(store, metrics);
  }

  @Bean
  DutyFlow dutyFlow(CaseStore store, Relay relay, CaseMetrics metrics, Clock clock) {
    return new DutyFlow(store, relay, metrics, clock);
  }

  @Bean
  CommandFlow commandFlow(CaseStore store, Relay relay, CaseMetrics metrics, Clock clock) {
    return new CommandFlow(store, relay, metrics, clock);
  }

  @Bean
  Sweeping sweeping(
      MongoCaseStore store,
      MongoExampleStore examples,
      Relay relay,
      TrustProperties trust,
      CaseProperties properties,
      CaseMetrics metrics,
      Clock clock) {
    InstantSource time = clock;
    Sweeper sweeper =
        new Sweeper(
            store,
            new Writing(store, metrics, time),
            relay,
            trust.agencies().keySet(),
            properties.sweepAfter(),
            time);
    return new Sweeping(
        () -> {
          store.prepare();
          examples.prepare();
        },
        sweeper::sweep,
        properties.sweepEvery());
  }
}
