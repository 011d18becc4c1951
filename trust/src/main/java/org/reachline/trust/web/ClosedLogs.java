package org.reachline.trust.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps the loggers that print bodies, records, models or queries quiet, also when everything else
 * is set to debug. The weakest of all sources: whoever must open one names it in full.
 */
final class ClosedLogs implements EnvironmentPostProcessor {
  private static final List<String> PRINT_CONTENT =
      List.of(
          "org.mongodb.driver.protocol",
          "org.springframework.core.codec",
          "org.springframework.data.mongodb.core",
          "org.springframework.http.codec",
          "org.springframework.kafka.core",
          "org.springframework.kafka.listener",
          "org.springframework.kafka.support",
          "org.springframework.web.HttpLogging",
          "org.springframework.web.reactive.result",
          "reactor.netty.http.client",
          "reactor.netty.http.server");

  /**
   * Their errors quote a record, or a path with its query, where a webhook by GET has its words;
   * our own handlers say by code what failed.
   */
  private static final List<String> PRINT_REQUESTS =
      List.of(
          "org.springframework.boot.webflux.autoconfigure.error",
          "org.springframework.kafka.support.LoggingProducerListener",
          "org.springframework.web.reactive.resource",
          "org.springframework.web.server.adapter.HttpWebHandlerAdapter");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Map<String, Object> levels = new HashMap<>();
    PRINT_CONTENT.forEach(logger -> levels.put("logging.level." + logger, "INFO"));
    PRINT_REQUESTS.forEach(logger -> levels.put("logging.level." + logger, "OFF"));
    environment.getPropertySources().addLast(new MapPropertySource("closed-logs", levels));
  }
}
