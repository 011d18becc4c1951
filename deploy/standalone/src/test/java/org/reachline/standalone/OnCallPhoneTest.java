package org.reachline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Category;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.EscalationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.standalone.Hunts.Hunt;
import org.reachline.standalone.provider.Arrival;

class OnCallPhoneTest {
  private static final Instant T = Instant.parse("2026-01-17T04:12:07Z");
  private static final ConversationId SAM = new ConversationId("harbor.1.samsam");

  private final Hunts hunts = new Hunts();

  @Test
  void afterARestartAnOpenCrisisWaitsAndThePhoneThatLostItsPageOffersNoAnswer() {
    opened("one", T);

    OnCallPhone phone = OnCallPhone.of(List.of(), shown(), T.plusSeconds(3600));

    assertThat(phone.waiting()).isTrue();
    assertThat(phone.ringing()).isFalse();
    assertThat(phone.code()).isEmpty();
  }

  @Test
  void aTurnWhoseTimeHasPassedIsNotCountedDown() {
    opened("one", T);

    assertThat(OnCallPhone.next(shown(), T.plusSeconds(3600))).isNull();
    assertThat(OnCallPhone.next(shown(), T.plusSeconds(10)))
        .isEqualTo(new OnCallPhone.Turn(DemoAgency.LUIS, T.plusSeconds(60)));
  }

  @Test
  void afterTheBackupTheFirstIsNextAgain() {
    EscalationId one = opened("one", T);
    hunts.seen(new EscalationEvent.SteppedOn(one, 5, crisis("one"), SAM, 1, 0, T.plusSeconds(60)));

    assertThat(OnCallPhone.next(shown(), T.plusSeconds(61)))
        .isEqualTo(new OnCallPhone.Turn(DemoAgency.MAYA, T.plusSeconds(120)));
  }

  @Test
  void thePageThatCameAfterTheRestartCanBeAnswered() {
    opened("one", T);
    Arrival page = page("Relay: urgent page 7KD. Reply 7KD 1 to take it", T.plusSeconds(3601));

    OnCallPhone phone = OnCallPhone.of(List.of(page), shown(), T.plusSeconds(3600));

    assertThat(phone.code()).isEqualTo("7KD");
  }

  @Test
  void startingOverKeepsAPageThatCanStillBeAnswered() {
    opened("one", T);
    Arrival page = page("Relay: urgent page 7KD. Reply 7KD 1 to take it", T.plusSeconds(1));

    OnCallPhone phone = OnCallPhone.of(List.of(page), shown(), T.plusSeconds(30));

    assertThat(phone.messages()).containsExactly(page);
    assertThat(phone.ringing()).isTrue();
  }

  @Test
  void theCodeOfAnEarlierEpisodeAnswersNothing() {
    Hunt old = ended("old", T.minusSeconds(600));
    Arrival page = page("Relay: urgent page OLD. Reply OLD 1 to take it", T.minusSeconds(599));
    opened("one", T);

    assertThat(old.looking()).isFalse();
    assertThat(OnCallPhone.of(List.of(page), shown(), T.minusSeconds(900)).code()).isEmpty();
  }

  @Test
  void theOneThatStillLooksForSomebodyIsShownBeforeAYoungerThatIsTaken() {
    opened("one", T);
    EscalationId two = opened("two", T.plusSeconds(60));
    hunts.seen(
        new EscalationEvent.Acknowledged(
            two,
            2,
            crisis("two"),
            SAM,
            DemoAgency.MAYA,
            EscalationEvent.Method.SMS,
            true,
            T,
            T.plusSeconds(70)));

    assertThat(shown()).map(Hunt::crisis).contains(crisis("one"));
  }

  private Optional<Hunt> shown() {
    return hunts.shown();
  }

  private EscalationId opened(String name, Instant at) {
    EscalationId id = Derived.escalation(crisis(name));
    hunts.seen(
        new EscalationEvent.EscalationOpened(
            id, 1, crisis(name), SAM, Category.EXPOSURE, Severity.IMMINENT, at, at));
    return id;
  }

  private Hunt ended(String name, Instant at) {
    EscalationId id = opened(name, at);
    hunts.seen(
        new EscalationEvent.Resolved(
            id, 2, crisis(name), SAM, DemoAgency.NORA, "referred", at.plusSeconds(5)));
    return shown().orElseThrow();
  }

  private static CrisisId crisis(String name) {
    return Derived.crisis(new MessageId("harbor.1.text" + name));
  }

  private static Arrival page(String words, Instant at) {
    return new Arrival(
        "SM1", DemoAgency.TENANT.staffNumber(), DemoAgency.MAYA_PHONE, words, List.of(), at);
  }
}
