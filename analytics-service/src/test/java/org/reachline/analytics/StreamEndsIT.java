package org.reachline.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.Role;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.SignedInAs;
import org.reachline.trust.testing.TwoAgencies;

/** An open dashboard does not keep the service from ending. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class StreamEndsIT {
  private static final Duration PROMPTLY = Duration.ofSeconds(15); // the web server would wait 30

  @Test
  void anOpenStreamEndsWithTheService(Backbone backbone, Planted planted, @TempDir Path folder)
      throws IOException {
    RunningAnalytics.freshTopics(backbone);
    SignedInAs worker =
        planted.signedIn(planted.member(Planted.HARBOR, Role.WORKER), Instant.now());
    try (RunningAnalytics running = RunningAnalytics.start(backbone, folder, "ending");
        BufferedReader stream =
            new BufferedReader(
                new InputStreamReader(
                    running.stream("/insights/live", worker), StandardCharsets.UTF_8))) {
      assertThat(stream.readLine()).isNotNull();

      Instant before = Instant.now();
      running.close();

      assertThat(stream.lines()).allMatch(line -> !line.contains("signedout"));
      assertThat(Duration.between(before, Instant.now())).isLessThan(PROMPTLY);
    }
  }
}
