package org.reachline.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.notifier.ProviderStub.Taken;
import org.reachline.trust.Role;
import org.reachline.trust.staff.Member;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;

/**
 * The broker is no part of an answer: once a crisis is known, pages and answers go on without it.
 */
@WithBackbone(ownBroker = true)
@ExtendWith({TwoAgencies.class, Canaries.class})
class BrokerAwayIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void aPageIsTakenWhileTheBrokerIsAway(Backbone backbone, Planted planted, @TempDir Path folder) {
    try (NotifierUnderTest notifier = NotifierUnderTest.start(backbone, planted, folder)) {
      Member maya = notifier.member("harbor", Role.ON_CALL);
      String phone = NotifierUnderTest.phone(maya);
      CrisisRaised sample = NotifierUnderTest.samples("harbor").event(CrisisRaised.class);
      notifier.publish(Topics.OF_CRISES, sample);
      await().atMost(SOON).until(() -> !notifier.provider().takenFor(phone).isEmpty());
      Taken page = notifier.provider().takenFor(phone).getFirst();
      String code = page.body().replaceAll(".*urgent page (...).*", "$1");

      backbone.broker().close();
      Instant asked = Instant.now();
      var answer = notifier.text("harbor", phone, code + " 1", "SMaway");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(3));
      await()
          .atMost(SOON)
          .until(
              () ->
                  notifier.provider().takenFor(phone).stream()
                      .map(Taken::body)
                      .anyMatch(body -> body.contains("taken, you have it")));
    }
  }
}
