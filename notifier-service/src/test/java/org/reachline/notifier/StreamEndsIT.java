package org.reachline.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.Role;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;

/** An open board does not keep the service from ending. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class StreamEndsIT {
  private static final Duration PROMPTLY = Duration.ofSeconds(15); // the web server would wait 30

  @Test
  void anOpenStreamEndsWithTheService(Backbone backbone, Planted planted, @TempDir Path folder)
      throws Exception {
    try (NotifierUnderTest notifier = NotifierUnderTest.start(backbone, planted, folder);
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Stream<String>> stream = client.send(board(notifier), BodyHandlers.ofLines());
      var lines = stream.body().iterator();
      assertThat(lines.next()).isNotNull();

      Instant before = Instant.now();
      notifier.context().close();

      lines.forEachRemaining(line -> assertThat(line).doesNotContain("signedout"));
      assertThat(Duration.between(before, Instant.now())).isLessThan(PROMPTLY);
    }
  }

  private static HttpRequest board(NotifierUnderTest notifier) {
    var worker = notifier.session(notifier.member("harbor", Role.SUPERVISOR));
    return HttpRequest.newBuilder(notifier.uri("/oncall/live"))
        .header("Cookie", worker.cookie())
        .header("Accept", "text/event-stream")
        .header("Sec-Fetch-Site", "same-origin")
        .build();
  }
}
