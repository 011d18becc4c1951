package org.reachline.cases.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.reachline.cases.core.Risk;
import org.reachline.cases.core.Why;
import org.reachline.contracts.Category;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.CrisisEvent.Evidence;
import org.reachline.triage.WeatherAlert;

class WatchDocumentsTest {
  private static final String ID = "harbor.1.ezzdrla66ypzv642rrh37rlhgm";
  private static final List<Document> PLACES =
      List.of(new Document("start", 3L).append("end", 9L).append("cue", "cold.numb"));

  private static final Risk RISK =
      new Risk(
          Severity.HIGH,
          Category.EXPOSURE,
          List.of(new Risk.Finding(Category.MEDICAL, Severity.LOW)),
          new Why(
              List.of(new Evidence(3, 9, "cold.numb", "raises", Severity.ELEVATED)),
              List.of("after-high"),
              List.of(new MessageId(ID)),
              "r"),
          true,
          "",
          WeatherAlert.COLD);

  @Test
  void whatAReadingSaidAndWhyIsReadAsItWasWritten() {
    assertThat(WatchDocuments.risk(WatchDocuments.risk(RISK))).isEqualTo(RISK);
  }

  @Test
  void theReleaseBeforeFindsHowManyEarlierMessagesTookPart() {
    assertThat(WatchDocuments.risk(RISK).getLong("earlier")).isEqualTo(1);
    assertThat(WatchDocuments.risk(Risk.unassessed("TIMEOUT", "")).getLong("earlier")).isZero();
  }

  @Test
  void aReadingOfAnOlderVersionIsRead() {
    Document old =
        new Document("severity", "ELEVATED")
            .append("category", "EXPOSURE")
            .append("evidence", PLACES)
            .append("rules", "r")
            .append("earlier", 2L)
            .append("reason", "");

    Risk risk = WatchDocuments.risk(old);

    assertThat(risk.severity()).isEqualTo(Severity.ELEVATED);
    assertThat(risk.why()).isEqualTo(older());
    assertThat(risk.also()).isEmpty();
  }

  @Test
  void aCrisisOfAnOlderVersionIsRead() {
    Document duty =
        new Document("seq", 0L)
            .append("status", "OPEN")
            .append("holder", List.of())
            .append("since", new Date(0))
            .append("paged", List.of())
            .append("step", 0L)
            .append("attempts", List.of())
            .append("outcome", "");
    Document old =
        new Document("id", ID)
            .append("lead", ID)
            .append("conversation", ID)
            .append("raisedBy", ID)
            .append("category", "EXPOSURE")
            .append("severity", "HIGH")
            .append("evidence", PLACES)
            .append("rules", "r")
            .append("acceptedAt", new Date(0))
            .append("raisedAt", new Date(0))
            .append("duty", duty);

    assertThat(WatchDocuments.crisis(old).why()).isEqualTo(older());
    assertThat(WatchDocuments.crisis(WatchDocuments.crisis(WatchDocuments.crisis(old))))
        .isEqualTo(WatchDocuments.crisis(old));
  }

  /** Where, and which cue; nobody says what it did. */
  private static Why older() {
    return new Why(
        List.of(new Evidence(3, 9, "cold.numb", Evidence.UNTOLD, Severity.NONE)),
        List.of(),
        List.of(),
        "r");
  }
}
