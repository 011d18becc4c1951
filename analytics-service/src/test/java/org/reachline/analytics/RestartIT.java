package org.reachline.analytics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.reachline.trust.testing.Planted.HARBOR;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.analytics.core.Cell;
import org.reachline.contracts.events.Event;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.StruckConsumer;
import org.reachline.trust.testing.TwoAgencies;

/** Stopped in the middle and started again, the service goes on where it was. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class RestartIT {

  private final Instant lately = Instant.now().minus(Duration.ofHours(7));
  @TempDir Path stateDir;
  @TempDir Path emptyDir;

  @Test
  void twoNodesInOneProcessShareTheWork(Backbone backbone) {
    RunningAnalytics.freshTopics(backbone);
    List<Event> night = Nights.of(HARBOR, 8, 40, lately);
    Map<String, Cell> truth = Oracle.batch(night, ZoneId.of("America/New_York"));

    try (RunningAnalytics _ = RunningAnalytics.start(backbone, stateDir, "shared");
        RunningAnalytics _ = RunningAnalytics.start(backbone, emptyDir, "shared")) {
      RunningAnalytics.publish(backbone, Nights.disordered(night, 2));
      awaitStored(backbone, truth, "shared");
    }
  }

  @Test
  void figuresGoOnExactlyAfterARestartWithAndWithoutTheState(Backbone backbone) {
    RunningAnalytics.freshTopics(backbone);
    List<Event> night = Nights.disordered(Nights.of(HARBOR, 5, 45, lately), 6);
    List<Event> first = night.subList(0, night.size() / 3);
    List<Event> second = night.subList(night.size() / 3, 2 * night.size() / 3);
    List<Event> third = night.subList(2 * night.size() / 3, night.size());

    try (RunningAnalytics _ = RunningAnalytics.start(backbone, stateDir)) {
      RunningAnalytics.publish(backbone, first); // stopped while it works on these
    }
    RunningAnalytics.publish(backbone, second);
    try (RunningAnalytics _ = RunningAnalytics.start(backbone, stateDir)) {
      RunningAnalytics.publish(backbone, first); // all of it once more
    }
    RunningAnalytics.publish(backbone, third);
    try (RunningAnalytics _ = RunningAnalytics.start(backbone, emptyDir)) {
      Map<String, Cell> truth = Oracle.batch(night, ZoneId.of("America/New_York"));
      awaitStored(backbone, truth, "analytics");
    }
  }

  @Test
  void anErrorInTheSinkDelaysFiguresAndLosesNone(Backbone backbone) {
    RunningAnalytics.freshTopics(backbone);
    List<Event> night = Nights.of(HARBOR, 9, 20, lately);

    try (RunningAnalytics running = RunningAnalytics.start(backbone, stateDir, "struck")) {
      StruckConsumer.recovers(
          backbone.groupId("struck") + "-sink",
          () -> RunningAnalytics.publish(backbone, night),
          running.listeners());
      awaitStored(backbone, Oracle.batch(night, ZoneId.of("America/New_York")), "struck");
    }
  }

  private static void awaitStored(Backbone backbone, Map<String, Cell> truth, String application) {
    await()
        .atMost(60, SECONDS)
        .untilAsserted(
            () ->
                assertThat(RunningAnalytics.stored(backbone, HARBOR, application))
                    .isEqualTo(truth));
  }
}
