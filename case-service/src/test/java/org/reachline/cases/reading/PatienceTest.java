package org.reachline.cases.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.AgencyId;
import org.reachline.triage.Assessment;
import org.reachline.triage.Assessment.Assessed;
import org.reachline.triage.Assessment.Reason;
import org.reachline.triage.Assessment.Unassessed;
import org.reachline.triage.Context;
import org.reachline.triage.Severity;

class PatienceTest {
  private static final AgencyId HARBOR = new AgencyId("harbor");
  private static final Instant NOW = Instant.parse("2026-01-17T04:12:07Z");
  private static final Context AFTER_ONE =
      Context.at(NOW).withEarlier(List.of(new Context.Earlier("m1", NOW, "hi", Severity.NONE)));
  private static final Assessment READ =
      new Assessed(List.of(), Severity.NONE, false, 0, List.of(), List.of(), List.of(), "alone");
  private final CountDownLatch never = new CountDownLatch(1);

  private Assessment stuckWithEarlier(AgencyId agency, String text, Context context) {
    if (context.earlier().isEmpty()) {
      return READ;
    }
    try {
      never.await();
    } catch (InterruptedException given) {
      Thread.currentThread().interrupt();
    }
    return READ;
  }

  @Test
  void aReadingThatIsLateWithEarlierMessagesIsDoneAlone() {
    try (Patience patience = new Patience(this::stuckWithEarlier, Duration.ofSeconds(1))) {
      assertThat(patience.assess(HARBOR, "hello", AFTER_ONE)).isEqualTo(READ);
    }
  }

  @Test
  void aReadingThatFailsWithEarlierMessagesIsDoneAlone() {
    Library failing =
        (_, _, context) -> {
          if (context.earlier().isEmpty()) {
            return READ;
          }
          throw new OutOfMemoryError("thrown by a test");
        };
    try (Patience patience = new Patience(failing, Duration.ofSeconds(5))) {
      assertThat(patience.assess(HARBOR, "hello", AFTER_ONE)).isEqualTo(READ);
    }
  }

  @Test
  void whatFailsAloneTooIsNotAssessed() {
    Library failing =
        (_, _, _) -> {
          throw new OutOfMemoryError("thrown by a test");
        };
    try (Patience patience = new Patience(failing, Duration.ofSeconds(5))) {
      assertThat(patience.assess(HARBOR, "hello", AFTER_ONE))
          .isEqualTo(new Unassessed(Reason.DETECTOR_ERROR, ""));
    }
  }
}
