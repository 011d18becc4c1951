package org.reachline.gateway;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.reachline.channels.lines.LineProblem;
import org.reachline.channels.lines.Lines;
import org.reachline.channels.lines.LinesFile;
import org.reachline.channels.lines.SecretReader;
import org.reachline.channels.spi.ChannelAdapter;
import org.reachline.channels.twilio.TwilioAdapter;
import org.reachline.trust.keys.KeyedIds;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.keys.Sealing;
import org.reachline.trust.web.ConfigurationRule;
import org.reachline.trust.web.HeldPurposes;
import org.reachline.trust.web.Misconfigured;
import org.reachline.trust.web.TrustProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** How the parts of the gateway are put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
class GatewayConfiguration {

  @Bean
  HeldPurposes heldPurposes() {
    return HeldPurposes.of(Purpose.ID, Purpose.INTAKE);
  }

  @Bean
  ChannelAdapter twilio() {
    return new TwilioAdapter();
  }

  @Bean
  static ConfigurationRule gatewaySettings() {
    return new GatewayRule();
  }

  /** With no line at all it would turn every client away, so it says why and does not start. */
  @Bean
  Lines lines(
      List<ChannelAdapter> adapters,
      TrustProperties trust,
      Environment environment,
      GatewayProperties properties) {
    Path file = Path.of(environment.getRequiredProperty(GatewayRule.LINES));
    LinesFile reader = new LinesFile(adapters, SecretReader.ofProcess(), trust.agencies().keySet());
    Lines lines = new Lines(reader, file, properties.linesInterval());
    if (lines.all().isEmpty() && !lines.problems().isEmpty()) {
      lines.close();
      throw new Misconfigured(lines.problems().stream().map(LineProblem::text).toList());
    }
    return lines;
  }

  @Bean
  HookFailures hookFailures(IntakeMetrics metrics) {
    return new HookFailures(metrics);
  }

  @Bean
  IntakeMetrics intakeMetrics(MeterRegistry registry) {
    return new IntakeMetrics(registry);
  }

  @Bean
  Producer<String, byte[]> producer(ProducerFactory<String, byte[]> producers) {
    return producers.createProducer();
  }

  @Bean
  TopicWarmth topicWarmth(Producer<String, byte[]> producer, GatewayProperties properties) {
    return new TopicWarmth(producer, properties.warmUp());
  }

  @Bean
  IntakeLog intakeLog(Producer<String, byte[]> producer) {
    return new KafkaIntakeLog(producer);
  }

  @Bean
  Intake intake(
      IntakeLog log,
      KeyedIds ids,
      Sealing sealing,
      GatewayProperties properties,
      IntakeMetrics metrics,
      Clock clock) {
    QuarantineLimits limits =
        new QuarantineLimits(
            properties.quarantineRequests(), properties.quarantineSize().toBytes());
    return new Intake(log, new Envelopes(ids, sealing), limits, metrics, clock);
  }

  @Bean
  RouterFunction<ServerResponse> hooks(
      Lines lines, Intake intake, IntakeMetrics metrics, GatewayProperties properties) {
    BodyReader bodies = new BodyReader(properties.bodies().toBytes(), properties.patience());
    HttpHooks.Limits limits = new HttpHooks.Limits(properties.maxInFlight(), properties.patience());
    HttpHooks hooks = new HttpHooks(lines, intake, metrics, bodies, limits);
    return route(path("/hooks/{agency}/{line}"), hooks::handle);
  }
}
