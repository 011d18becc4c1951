package org.reachline.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.contracts.Category;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Severity;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.Role;
import org.reachline.trust.staff.Member;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;

/** The store goes away while the service runs, and comes back. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class StoreAwayIT {
  private static final Samples HARBOR = NotifierUnderTest.samples("harbor");

  /** A provider waits fifteen seconds for an answer before it counts the call as failed. */
  private static final Duration PATIENCE = Duration.ofSeconds(14);

  @Test
  @Timeout(180)
  void whoeverAnswersIsToldToComeAgainAndEveryCrisisIsPagedAfterwards(
      Backbone backbone, Planted planted, @TempDir Path folder) throws IOException {
    ConnectionString real = new ConnectionString(backbone.mongoUri());
    int port = Integer.parseInt(real.getHosts().getFirst().replaceFirst(".*:", ""));
    try (FaultyWire wire = new FaultyWire(port)) {
      String through = "mongodb://127.0.0.1:" + wire.port() + "/" + real.getDatabase();
      try (NotifierUnderTest notifier =
          NotifierUnderTest.start(backbone, planted, folder, through)) {
        Member first = notifier.member("harbor", Role.ON_CALL);
        raise(notifier, "before");
        String code = paged(notifier, first, 1);

        wire.become(FaultyWire.State.CUT);
        assertNotNow(notifier, first, code, "SMcut");
        raise(notifier, "during");
        assertThat(notifier.get("/p/" + code, first).statusCode()).isEqualTo(503);
        assertThat(notifier.press("/p/" + code + "/take", first, Map.of()).statusCode())
            .isEqualTo(503);

        wire.become(FaultyWire.State.HELD);
        assertNotNow(notifier, first, code, "SMheld");

        wire.become(FaultyWire.State.PASSES);
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> answer(notifier, first, code, "SMback").statusCode() == 200);
        paged(notifier, first, 2);
      }
    }
  }

  private static void assertNotNow(NotifierUnderTest notifier, Member who, String code, String id) {
    Instant before = Instant.now();
    HttpResponse<String> told = answer(notifier, who, code, id);
    assertThat(told.statusCode()).isEqualTo(503);
    assertThat(told.headers().firstValue("Retry-After")).isPresent();
    assertThat(Duration.between(before, Instant.now())).isLessThan(PATIENCE);
  }

  private static HttpResponse<String> answer(
      NotifierUnderTest notifier, Member who, String code, String id) {
    return notifier.text("harbor", NotifierUnderTest.phone(who), code + " 1", id);
  }

  private static String paged(NotifierUnderTest notifier, Member who, int times) {
    await().atMost(Duration.ofSeconds(30)).until(() -> pages(notifier, who).size() >= times);
    return pages(notifier, who).getLast().body().replaceAll("(?s).*urgent page (...).*", "$1");
  }

  private static List<ProviderStub.Taken> pages(NotifierUnderTest notifier, Member who) {
    return notifier.provider().takenFor(NotifierUnderTest.phone(who)).stream()
        .filter(taken -> taken.body().contains("urgent page"))
        .toList();
  }

  private static void raise(NotifierUnderTest notifier, String name) {
    notifier.publish(
        Topics.OF_CRISES,
        new CrisisRaised(
            HARBOR.id(CrisisId::new, name),
            HARBOR.id(ConversationId::new, name),
            HARBOR.id(MessageId::new, name),
            Category.EXPOSURE,
            Severity.IMMINENT,
            List.of(),
            "1",
            Instant.now(),
            Instant.now()));
  }
}
