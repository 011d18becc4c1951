package org.reachline.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.cases.reading.AgencyRules;
import org.reachline.cases.reading.OwnRules;
import org.reachline.cases.store.KeptFile;
import org.reachline.contracts.AgencyId;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.Role;
import org.reachline.trust.Scope;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** An agency's own rules become bad between two lives of the service. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class RefusedRulesIT {

  @TempDir Path folder;

  @Test
  void theLastGoodCopyGoesOnAndASupervisorOfTheAgencyIsShownWhatIsWrong(Backbone backbone)
      throws IOException {
    Path file = folder.resolve("harbor.txt");
    Files.writeString(file, OwnRules.GOOD);
    String version;
    try (HttpUnderTest first = start(backbone)) {
      version = first.bean(AgencyRules.class).version(Planted.HARBOR);
      await().atMost(Duration.ofSeconds(20)).until(() -> isKept(first));
      assertThat(queue(first, Planted.HARBOR, Role.SUPERVISOR)).doesNotContain("id=\"notice\"");
    }
    Files.writeString(file, "version 2026-11-23.9\nnonsense\n");

    try (HttpUnderTest second = start(backbone)) {
      assertThat(second.bean(AgencyRules.class).version(Planted.HARBOR)).isEqualTo(version);
      assertThat(queue(second, Planted.HARBOR, Role.SUPERVISOR))
          .contains("id=\"notice\"", "harbor.txt:2: expected");
      assertThat(queue(second, Planted.HARBOR, Role.WORKER)).doesNotContain("id=\"notice\"");
      assertThat(queue(second, Planted.MIRROR, Role.SUPERVISOR)).doesNotContain("id=\"notice\"");
      assertThat(
              second
                  .bean(MeterRegistry.class)
                  .get("reachline.cases.overlays.refused")
                  .gauge()
                  .value())
          .isEqualTo(1);
    }
  }

  private HttpUnderTest start(Backbone backbone) {
    return HttpUnderTest.start(
        backbone,
        backbone.mongoUri(),
        "reachline.triage.overlays=" + folder,
        "reachline.triage.look-every=200ms");
  }

  private static String queue(HttpUnderTest site, AgencyId agency, Role role) {
    return site.as(agency, role).get("/queue").body();
  }

  private static boolean isKept(HttpUnderTest site) {
    var database = site.bean(MongoDatabaseFactory.class).getMongoDatabase();
    var copy = KeptFile.in(database).one(Scope.ofSweep(Planted.HARBOR, "test"), "harbor.txt");
    return copy != null && copy.words().equals(OwnRules.GOOD);
  }
}
