package org.reachline.analytics;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether figures are being made. */
final class StreamsHealth implements HealthIndicator {
  private final StreamsRunner runner;

  StreamsHealth(StreamsRunner runner) {
    this.runner = runner;
  }

  @Override
  public Health health() {
    StreamsRunner.State state = runner.state();
    Health.Builder health =
        state == StreamsRunner.State.RUNNING ? Health.up() : Health.outOfService();
    return health.withDetail("streams", state.name()).build();
  }
}
