package org.reachline.notifier.dispatch;

import com.mongodb.client.MongoDatabase;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.reachline.channels.lines.ConfiguredLine;
import org.reachline.channels.lines.Lines;
import org.reachline.channels.spi.RateLimits.Rate;
import org.reachline.channels.spi.Stated;
import org.reachline.contracts.Topics;
import org.reachline.notifier.KafkaTopics;
import org.reachline.notifier.Node;
import org.reachline.notifier.NotifierMetrics;
import org.reachline.notifier.Records;
import org.reachline.notifier.StoreClock;
import org.reachline.notifier.Ticker;
import org.reachline.notifier.Timings;
import org.reachline.notifier.dispatch.core.Retries;
import org.reachline.notifier.provider.HttpProvider;
import org.reachline.notifier.provider.LineCalls;
import org.reachline.trust.keys.Opened;
import org.reachline.trust.keys.Sealing;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the real ports under {@link Dispatch}. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

  @Bean
  Dispatch.Ports dispatchPorts(
      MongoDatabase store,
      Producer<String, byte[]> producer,
      ClientLine clientLine,
      StoreClock clock) {
    return new Dispatch.Ports(
        new MongoSendLedger(store.getCollection("sends")),
        new MongoGates(store.getCollection("gates")),
        new MongoParkedReceipts(store.getCollection("parked_receipts")),
        clientLine,
        new KafkaTopics<>(Topics.OF_DELIVERY, producer)::publish,
        clock);
  }

  @Bean
  ClientLine clientLine(
      Lines lines, Sealing sealing, @Qualifier("clientProvider") HttpProvider provider) {
    return new ProviderClientLine(lines, sealing, new LineCalls(provider));
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService sendTimer() {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name("send-timer").factory());
  }

  @Bean
  Dispatch.Later sendLater(ExecutorService background, ScheduledExecutorService sendTimer) {
    return (after, work) -> {
      if (after.isZero()) {
        background.execute(work);
      } else {
        var _ =
            sendTimer.schedule(
                () -> background.execute(work), after.toNanos(), TimeUnit.NANOSECONDS);
      }
    };
  }

  @Bean
  Dispatch dispatch(
      Dispatch.Ports ports,
      Lines lines,
      Timings timings,
      Retries retries,
      Dispatch.Later later,
      NotifierMetrics metrics) {
    Turns turns =
        new LineTurns(line -> rate(lines.line(line)), timings.lineAtOnce(), System::nanoTime);
    return new Dispatch(ports, turns, retries, later, Node.name(), is -> metrics.send(is.status()));
  }

  private static Stated<Rate> rate(@Nullable ConfiguredLine line) {
    return line == null ? Stated.absent() : line.adapter().capabilities().rate().perSender();
  }

  @Bean
  Ticker sendTicker(
      Dispatch dispatch, Dispatch.Ports ports, Dispatch.Later later, Timings timings) {
    DueSends due = new DueSends(dispatch, ports, later);
    return new Ticker("due-sends", timings.tick(), due::tick);
  }

  @Bean
  KafkaOutbound kafkaOutbound(
      Dispatch dispatch,
      Producer<String, byte[]> producer,
      Sealing sealing,
      NotifierMetrics metrics) {
    return new KafkaOutbound(
        dispatch,
        new Records<>(Topics.OF_OUTBOUND, producer, metrics),
        send ->
            ProviderClientLine.open(sealing, send.agency(), send.messageId(), send.sealed())
                instanceof Opened.Content<?>);
  }

  @Bean
  KafkaReceipts kafkaReceipts(
      Dispatch dispatch, Producer<String, byte[]> producer, NotifierMetrics metrics) {
    return new KafkaReceipts(dispatch, new Records<>(Topics.OF_RECEIPTS, producer, metrics));
  }
}
