package org.reachline.trust.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ClosedLogsTest {
  private final StandardEnvironment environment = new StandardEnvironment();

  @Test
  void loggersThatPrintContentStayQuietWhateverTheRootSays() {
    new ClosedLogs().postProcessEnvironment(environment, new SpringApplication());

    assertThat(environment.getProperty("logging.level.org.springframework.http.codec"))
        .isEqualTo("INFO");
    assertThat(
            environment.getProperty(
                "logging.level.org.springframework.kafka.support.LoggingProducerListener"))
        .isEqualTo("OFF");
  }

  @Test
  void oneNamedInFullIsOpened() {
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "application", Map.of("logging.level.org.springframework.http.codec", "DEBUG")));

    new ClosedLogs().postProcessEnvironment(environment, new SpringApplication());

    assertThat(environment.getProperty("logging.level.org.springframework.http.codec"))
        .isEqualTo("DEBUG");
  }
}
