package org.reachline.analytics.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Samples;
import org.reachline.contracts.events.Event;

/** What is taken from events, and above all what is not. */
class ProjectionTest {
  private static final Samples SAMPLES = Samples.of(Samples.HARBOR);

  @Test
  void everyMilestoneIsOfTheAgencyOfItsEventAndKeepsItsId() {
    for (Event event : SAMPLES.events()) {
      for (Placed placed : Projection.project(event)) {
        assertThat(placed.key().agency()).isEqualTo(event.agency());
        assertThat(placed.milestone().event()).isEqualTo(event.eventId());
      }
    }
  }

  @Test
  void whatIsTakenIsTheSameEachTime() {
    for (Event event : SAMPLES.events()) {
      assertThat(Projection.project(event)).isEqualTo(Projection.project(event));
    }
  }

  @Test
  void noRecordHereCouldHoldATextANameOrAnAddress() {
    Set<String> types =
        Stream.of(FactKey.class, Milestone.class, Steps.class, Fact.class, Placed.class, Cell.class)
            .flatMap(type -> Arrays.stream(type.getRecordComponents()))
            .map(RecordComponent::getType)
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());

    assertThat(types)
        .doesNotContain("MessageText", "PersonName", "Address", "MediaAddress", "Sealed");
    assertThat(SAMPLES.events().stream().flatMap(e -> Projection.project(e).stream()))
        .flatExtracting(placed -> placed.milestone().dims().values())
        .allMatch(code -> code.equals(Projection.code(code)));
  }

  @Test
  void whatDoesNotLookLikeACodeIsNoCode() {
    assertThat(List.of("30003", "Twilio", "emergency-sent", "a.b_c"))
        .extracting(Projection::code)
        .containsExactly("30003", "twilio", "emergency-sent", "a.b_c");
    assertThat(List.of("", "two words", "+12065550142", "12065550142", "é", "a".repeat(40), "x\ny"))
        .extracting(Projection::code)
        .containsOnly("other");
  }

  @Test
  void eventsThatOthersCountAreNotFacts() {
    assertThat(SAMPLES.events().stream().filter(e -> !Projection.project(e).isEmpty()))
        .extracting(e -> e.getClass().getSimpleName())
        .doesNotContain("ReceiptReceived", "RequestQuarantined", "ConsentChanged")
        .contains("MessageReceived", "CrisisRaised", "PageSent", "Acknowledged", "Sent");
  }
}
