package org.reachline.notifier.oncall;

import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.clients.producer.Producer;
import org.reachline.channels.lines.Lines;
import org.reachline.contracts.Topics;
import org.reachline.notifier.KafkaTopics;
import org.reachline.notifier.Node;
import org.reachline.notifier.NotifierMetrics;
import org.reachline.notifier.Records;
import org.reachline.notifier.StoreClock;
import org.reachline.notifier.Ticker;
import org.reachline.notifier.Timings;
import org.reachline.notifier.oncall.web.LiveBoard;
import org.reachline.notifier.provider.HttpProvider;
import org.reachline.notifier.provider.LineCalls;
import org.reachline.trust.keys.KeyedIds;
import org.reachline.trust.staff.StaffDirectory;
import org.reachline.trust.web.Misconfigured;
import org.reachline.trust.web.TrustProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the real ports under {@link Escalations}. */
@Configuration(proxyBeanMethods = false)
class OnCallConfiguration {

  @Bean
  PoliciesInForce policies(
      Timings timings, TrustProperties trust, StaffDirectory staff, Lines lines) {
    try {
      return new PoliciesInForce(timings.onCallFile(), new KnownHere(trust, staff, lines));
    } catch (OnCallTrouble mistakes) {
      throw new Misconfigured(mistakes.mistakes());
    }
  }

  @Bean
  Ticker onCallFileTicker(PoliciesInForce policies, Timings timings) {
    return new Ticker("on-call-file", timings.fileReload(), policies::reloadIfChanged);
  }

  @Bean
  EscalationStore escalationStore(MongoDatabase store) {
    return new MongoEscalationStore(store.getCollection("escalations"));
  }

  @Bean
  OptOuts optOuts(MongoDatabase store) {
    return new MongoOptOuts(store.getCollection("staff_opt_outs"));
  }

  @Bean
  StaffLine staffLine(
      Lines lines,
      StaffDirectory staff,
      OptOuts optOuts,
      @Qualifier("staffProvider") HttpProvider provider) {
    return new ProviderStaffLine(lines, staff, optOuts, new LineCalls(provider));
  }

  @Bean
  Escalations.Ports escalationPorts(
      EscalationStore escalations,
      MongoDatabase store,
      StaffLine line,
      Producer<String, byte[]> producer,
      StoreClock clock) {
    return new Escalations.Ports(
        escalations,
        new MongoPageCodes(store.getCollection("page_codes"), escalations),
        line,
        new KafkaTopics<>(Topics.OF_ESCALATIONS, producer)::publish,
        clock);
  }

  @Bean
  LinkTokens linkTokens(KeyedIds ids) {
    return new LinkTokens(ids);
  }

  @Bean
  AckLinks ackLinks(LinkTokens linkTokens) {
    return new AckLinks(linkTokens);
  }

  @Bean
  PageWords pageWords(AckLinks links, TrustProperties trust) {
    return new PageWords(links, agency -> trust.agency(agency).zone());
  }

  @Bean
  Escalations escalations(
      Escalations.Ports ports,
      Policies policies,
      PageWords words,
      ExecutorService background,
      LiveBoard live,
      NotifierMetrics metrics) {
    EscalationMeters meters = new EscalationMeters(metrics);
    return new Escalations(
        ports,
        policies,
        words,
        background,
        new SecureRandom(),
        Node.name(),
        (was, is) -> {
          meters.changed(was, is);
          live.changed(was, is);
        });
  }

  @Bean
  StaffReplies staffReplies(
      Escalations escalations,
      Escalations.Ports ports,
      MongoDatabase store,
      OptOuts optOuts,
      PageWords words) {
    return new StaffReplies(
        escalations,
        ports,
        new MongoHeardReplies(store.getCollection("staff_replies")),
        optOuts,
        words);
  }

  @Bean
  Ticker onCallTicker(
      Escalations escalations,
      Escalations.Ports ports,
      ExecutorService background,
      Timings timings,
      NotifierMetrics metrics) {
    DueWork due = new DueWork(escalations, ports, background, metrics::overdue);
    return new Ticker("due-pages", timings.tick(), due::tick);
  }

  @Bean
  KafkaCrises kafkaCrises(
      Escalations escalations, Producer<String, byte[]> producer, NotifierMetrics metrics) {
    return new KafkaCrises(escalations, new Records<>(Topics.OF_CRISES, producer, metrics));
  }
}
