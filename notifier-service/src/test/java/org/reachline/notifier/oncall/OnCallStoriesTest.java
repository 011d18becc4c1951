package org.reachline.notifier.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Category;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.contracts.events.EscalationEvent.Method;
import org.reachline.contracts.events.EscalationEvent.Resolved;
import org.reachline.notifier.oncall.core.Answer;
import org.reachline.notifier.oncall.core.AttemptState;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.notifier.oncall.core.Input.AsOf;
import org.reachline.notifier.oncall.core.Input.Outcome;
import org.reachline.notifier.oncall.core.Note;
import org.reachline.notifier.oncall.core.State;

/** The scenarios of on-call paging, on a clock moved by hand. */
class OnCallStoriesTest extends Story {

  @Test
  void o1EachStepIsPagedOnceInItsTime() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(60), SECOND));
    Instant start = now();
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code);
    fastForward(minutes(30));
    device(SECOND).expectSms("urgent", code);
    assertThat(world().phones.arrived.getFirst().at()).isEqualTo(start);
    assertThat(world().phones.arrived.getLast().at()).isEqualTo(start.plus(minutes(30)));
    fastForward(minutes(59));
  }

  @Test
  void o2AStepNamingThreePeoplePagesAllThree() {
    givenPolicy(step(minutes(5), FIRST, SECOND, THIRD));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code);
    device(SECOND).expectSms("urgent", code);
    device(THIRD).expectSms("urgent", code);
  }

  @Test
  void secondPersonTakesItAfterThirtyMinutes() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(60), SECOND));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code);
    fastForward(minutes(30));
    device(SECOND).expectSms("urgent", code).thenReply(code + " 1").expectSms("taken");
    device(FIRST).expectSms("taken", "backup 1");
    fastForward(minutes(9));
    assertThat(escalation().state()).isEqualTo(State.ACKED);
  }

  @Test
  void o6TheSecondAnswerIsToldByWhomAndWhen() {
    givenPolicy(step(minutes(5), FIRST, SECOND));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code).thenReply("'" + code + "1'").expectSms("taken");
    device(SECOND)
        .expectSms("urgent", code)
        .expectSms("taken by first on call")
        .thenReply(code.toLowerCase() + " 1")
        .expectSms("was taken by first on call at 04:12");
    device(FIRST).thenReply(code + "  1").expectSms("is yours since 04:12");
    assertThat(escalation().acks()).hasSize(2).filteredOn("holds", true).hasSize(1);
  }

  @Test
  void o7ABareWordCountsForTheOnlyOpenPageAsUnproven() {
    givenPolicy(step(minutes(5), FIRST));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code).thenReply("ack").expectSms("taken");
    assertThat(escalation().holder().orElseThrow().proven()).isFalse();
    fastForward(minutes(5)); // and contact is due in five minutes, not in ten
    device(FIRST).expectSms("urgent", code);
    assertThat(escalation().state()).isEqualTo(State.OPEN);
  }

  @Test
  void o7ABareWordIsForNoneOfTwoPages() {
    givenPolicy(step(minutes(5), FIRST));
    String code = raiseCrisis();
    var other = otherConversation();
    device(FIRST).expectSms("urgent", code).expectSms("urgent", other);
    device(FIRST).thenReply("1").expectSms("which page", code, other);
    assertThat(world().store.live(OnCallWorld.scope())).allMatch(e -> e.state() == State.OPEN);
  }

  private String otherConversation() {
    var crisis = world().crisis("other", Severity.HIGH);
    var elsewhere =
        new org.reachline.contracts.events.CrisisEvent.CrisisRaised(
            crisis.crisisId(),
            OnCallWorld.HARBOR.id(org.reachline.contracts.ConversationId::new, "elsewhere"),
            crisis.raisedBy(),
            crisis.category(),
            crisis.severity(),
            crisis.evidence(),
            crisis.rulesVersion(),
            crisis.acceptedAt(),
            crisis.at());
    life().escalations().heard(OnCallWorld.scope(), elsewhere);
    settle();
    return world()
        .store
        .liveOf(OnCallWorld.scope(), elsewhere.conversationId())
        .orElseThrow()
        .code();
  }

  @Test
  void o9StopIsHonouredAndNeverAnAnswer() {
    givenPolicy(step(minutes(5), FIRST), step(minutes(5), FIRST, SECOND));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code).thenReply("STOP");
    assertThat(escalation().state()).isEqualTo(State.OPEN);
    device(SECOND).expectSms("urgent", code); // at once: nobody else was asked
    assertThat(escalation().notes()).extracting(Note::code).contains("method-off");
    device(FIRST).thenReply("START");
    fastForward(minutes(5));
    device(FIRST).expectSms("urgent", code);
    device(LAST).expectSms("urgent", code);
  }

  @Test
  void o17EscalatingByHandTakesItBackAndPagesTheNextStep() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(60), SECOND));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code).thenReply(code + " 1").expectSms("taken");
    fastForward(minutes(3));
    press(new Input.PassedOn(THIRD, new AsOf.ByHand()));
    assertThat(escalation().state()).isEqualTo(State.OPEN);
    assertThat(escalation().holder()).isEmpty();
    device(SECOND).expectSms("urgent", code);
  }

  @Test
  void o18AnEmptyStepCostsNoTimeAndSaysSo() {
    givenPolicy(step(minutes(30)), step(minutes(5), SECOND));
    String code = raiseCrisis();
    device(SECOND).expectSms("urgent", code);
    assertThat(escalation().notes()).extracting(Note::code).containsExactly("step-empty");
  }

  @Test
  void o18WithoutStepsTheLastResortIsPagedAtOnce() {
    givenPolicy();
    String code = raiseCrisis();
    device(LAST).expectSms("urgent", code);
    assertThat(escalation().notes()).extracting(Note::code).contains("no-steps");
  }

  @Test
  void o18NobodyReachableIsNotedAndTriedAgain() {
    givenPolicy(step(minutes(5), FIRST));
    world().phones.withoutNumber.addAll(List.of(FIRST, LAST));
    String code = raiseCrisis();
    assertThat(escalation().notes()).extracting(Note::code).contains("nobody-reachable");
    world().phones.withoutNumber.clear();
    fastForward(minutes(5));
    device(FIRST).expectSms("urgent", code);
    device(LAST).expectSms("urgent", code);
  }

  @Test
  void o22WhoeverWasPagedIsToldWhenAnotherCloses() {
    givenPolicy(step(minutes(30), FIRST));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code);
    press(new Input.Closed(SECOND, "referred"));
    device(FIRST).expectSms("closed", code);
    fastForward(Duration.ofHours(5));
  }

  @Test
  void o22WhoeverClosesIsNotTold() {
    givenPolicy(step(minutes(30), FIRST));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code);
    press(new Input.Closed(FIRST, "referred"));
    fastForward(Duration.ofHours(5));
    assertThat(escalation().nextDueAt()).isEmpty();
  }

  @Test
  void nobodyAnswersSoItLoopsAndTheLastResortIsPaged() {
    givenPolicy(step(minutes(2), FIRST), step(minutes(2), SECOND));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code);
    fastForward(minutes(2));
    device(SECOND).expectSms("urgent", code);
    for (int loop = 1; loop <= 3; loop++) {
      fastForward(minutes(2));
      device(FIRST).expectSms("urgent", code);
      device(LAST).expectSms("urgent", code);
      fastForward(minutes(2));
      device(SECOND).expectSms("urgent", code);
    }
  }

  @Test
  void takenAndThenForgottenIsPagedAgain() {
    givenPolicy(step(minutes(30), FIRST));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code).thenReply(code + "1").expectSms("taken");
    fastForward(minutes(9));
    fastForward(minutes(1));
    device(FIRST).expectSms("urgent", code);
  }

  @Test
  void inContactItIsQuietForHours() {
    givenPolicy(step(minutes(30), FIRST));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code).thenReply(code + "1").expectSms("taken");
    press(new Input.InContact(FIRST));
    fastForward(Duration.ofHours(3));
    fastForward(Duration.ofHours(1));
    device(FIRST).expectSms("still yours", code);
  }

  @Test
  void aRefusedPageGoesToTheNextPersonAtOnce() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(30), SECOND));
    world().phones.next(FIRST, new Outcome.Refused("30003"));
    String code = raiseCrisis();
    fastForward(Duration.ofSeconds(5));
    device(SECOND).expectSms("urgent", code);
  }

  @Test
  void aBusyProviderIsAskedAgainSoonButNotForLong() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(30), SECOND));
    world().phones.next(FIRST, new Outcome.Again(Duration.ZERO, "503"));
    String code = raiseCrisis();
    fastForward(Duration.ofSeconds(1));
    device(FIRST).expectSms("urgent", code);
  }

  @Test
  void aLostAnswerIsAdoptedFromItsReceipt() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(30), SECOND));
    world().phones.next(FIRST, new Outcome.Unknown());
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code);
    fastForward(minutes(29)); // once is enough: the receipt said so
  }

  @Test
  void aLostAnswerWithoutReceiptIsRepeatedOnceUnderTheSameCode() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(30), SECOND));
    world().phones.withoutReceipts.add(FIRST);
    world().phones.cannotBeAsked = true;
    world().phones.next(FIRST, new Outcome.Unknown());
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code);
    fastForward(Duration.ofSeconds(10));
    device(FIRST).expectSms("urgent", code);
    device(SECOND).expectSms("urgent", code);
  }

  @Test
  void aLostAnswerIsAskedAboutBeforeAnythingIsSentAgain() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(30), SECOND));
    world().phones.withoutReceipts.add(FIRST);
    world().phones.next(FIRST, new Outcome.Unknown()); // it arrived, only the answer was lost
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code);
    fastForward(Duration.ofSeconds(30));
    assertThat(escalation().attempts()).extracting("state").contains(AttemptState.ACCEPTED);
  }

  @Test
  void aPageTheProviderNeverGotIsSentAfterItWasAskedTwice() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(30), SECOND));
    world().phones.neverArrives = true;
    world().phones.next(FIRST, new Outcome.Unknown());
    String code = raiseCrisis();
    fastForward(Duration.ofSeconds(9));
    world().phones.neverArrives = false;
    fastForward(Duration.ofSeconds(1));
    device(FIRST).expectSms("urgent", code);
    device(SECOND).expectSms("urgent", code);
    assertThat(world().phones.asked).isEqualTo(2);
  }

  @Test
  void anAnswerWhileTheProviderIsAskedLeavesItAtThat() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(30), SECOND));
    world().phones.withoutReceipts.add(FIRST);
    world().phones.next(FIRST, new Outcome.Unknown());
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code).thenReply(code + " 1").expectSms("taken");
    fastForward(minutes(9));
  }

  @Test
  void noReceiptInAMinutePullsTheNextStepForward() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(30), SECOND));
    world().phones.withoutReceipts.add(FIRST);
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code);
    fastForward(Duration.ofSeconds(60));
    device(SECOND).expectSms("urgent", code);
  }

  @Test
  void passingOnIsJudgedAsOfItsPage() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(30), SECOND), step(minutes(30), THIRD));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code).thenReply(code + " 2").expectSms("passed on");
    device(SECOND).expectSms("urgent", code);
    device(FIRST).thenReply(code + "2").expectSms("moved on already");
    assertThat(escalation().position().step()).isEqualTo(1);
  }

  @Test
  void aSecondCrisisOfTheSamePersonPagesNobodyTwice() {
    givenPolicy(step(minutes(30), FIRST));
    raise("first text", Severity.IMMINENT);
    raise("second text", Severity.IMMINENT);
    device(FIRST).expectSms("urgent");
    assertThat(escalation().keys()).hasSize(4);
  }

  @Test
  void aWorseOneBreaksThrough() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(30), SECOND));
    raise("first text", Severity.HIGH);
    device(FIRST).expectSms("urgent");
    raise("second text", Severity.IMMINENT);
    device(SECOND).expectSms("urgent");
    assertThat(escalation().concern().severity()).isEqualTo(Severity.IMMINENT);
  }

  @Test
  void aSecondCopyOfACrisisBreaksThroughOnlyWhereItSaysMoreAndOnlyOnce() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(30), SECOND), step(minutes(30), THIRD));
    var lane = raise("one text", Severity.HIGH);
    device(FIRST).expectSms("urgent");
    hear(lane);
    var flow = copy(lane, lane.category(), Severity.IMMINENT);
    hear(flow);
    device(SECOND).expectSms("urgent");
    hear(flow);
    hear(lane);
    hear(copy(lane, Category.MEDICAL, Severity.HIGH));
    device(THIRD).expectSms("urgent");
    hear(copy(lane, Category.MEDICAL, Severity.HIGH));
    assertThat(escalation().concern().severity()).isEqualTo(Severity.IMMINENT);
    assertThat(escalation().concern().besides()).containsExactly(Category.MEDICAL);
  }

  @Test
  void whoeverHasACrisisIsToldThatItsSecondCopySaysMore() {
    givenPolicy(step(minutes(30), FIRST));
    var lane = raise("one text", Severity.HIGH);
    String code = escalation().code();
    device(FIRST).expectSms("urgent", code).thenReply(code + " 1").expectSms("taken");
    hear(copy(lane, lane.category(), Severity.IMMINENT));
    device(FIRST).expectSms("has changed", code);
    assertThat(escalation().state()).isEqualTo(State.ACKED);
  }

  @Test
  void whoeverHasACrisisIsToldEachTimeItWorsensAndOfEachChangeOnce() {
    givenPolicy(step(minutes(30), FIRST));
    var lane = world().crisis("one text", Severity.HIGH);
    hear(copy(lane, Category.HOUSING_LOSS, Severity.HIGH));
    String code = escalation().code();
    device(FIRST).expectSms("urgent", code).thenReply(code + " 1").expectSms("taken");
    var medical = copy(lane, Category.MEDICAL, Severity.HIGH);
    var suicide = copy(lane, Category.SUICIDE_SELF_HARM, Severity.IMMINENT);
    hear(medical);
    device(FIRST).expectSms("more urgent or another danger", code);
    hear(suicide);
    device(FIRST).expectSms("more urgent or another danger", code);
    hear(medical);
    hear(suicide);
    assertThat(escalation().state()).isEqualTo(State.ACKED);
  }

  @Test
  void theDangerOfTheHighestLevelLeadsAndTheOthersStandBesideIt() {
    givenPolicy(step(minutes(30), FIRST));
    var lane = world().crisis("one text", Severity.HIGH);
    hear(copy(lane, Category.HOUSING_LOSS, Severity.HIGH));
    String code = escalation().code();
    device(FIRST).expectSms("urgent", code).thenReply(code + " 1").expectSms("taken");
    hear(copy(lane, Category.SUICIDE_SELF_HARM, Severity.IMMINENT));
    device(FIRST).expectSms("has changed", code);
    hear(copy(lane, Category.MEDICAL, Severity.HIGH));
    device(FIRST).expectSms("has changed", code);
    var known = escalation().concern();
    assertThat(known.severity()).isEqualTo(Severity.IMMINENT);
    assertThat(known.category()).isEqualTo(Category.SUICIDE_SELF_HARM);
    assertThat(known.besides()).containsExactlyInAnyOrder(Category.HOUSING_LOSS, Category.MEDICAL);
  }

  @Test
  void aSecondCopyOfWhatAPersonDisposedOfWakesNobody() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(30), SECOND));
    raise("real", Severity.HIGH);
    var falseAlarm = raise("false alarm", Severity.HIGH);
    device(FIRST).expectSms("urgent");
    dispose(falseAlarm);
    hear(copy(falseAlarm, falseAlarm.category(), Severity.IMMINENT));
    assertThat(escalation().concern().severity()).isEqualTo(Severity.HIGH);
  }

  private void hear(CrisisRaised crisis) {
    life().escalations().heard(OnCallWorld.scope(), crisis);
    settle();
  }

  /** The same crisis as somebody else read it. */
  private static CrisisRaised copy(CrisisRaised of, Category category, Severity severity) {
    return new CrisisRaised(
        of.crisisId(),
        of.conversationId(),
        of.raisedBy(),
        category,
        severity,
        of.evidence(),
        of.rulesVersion(),
        of.acceptedAt(),
        of.at());
  }

  @Test
  void disposingOfAFalseAlarmDoesNotSilenceTheRealOne() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(30), SECOND));
    var real = raise("real", Severity.IMMINENT);
    var falseAlarm = raise("false alarm", Severity.IMMINENT);
    device(FIRST).expectSms("urgent");
    dispose(falseAlarm);
    fastForward(minutes(30));
    device(SECOND).expectSms("urgent");
    assertThat(escalation().state()).isEqualTo(State.OPEN);
    dispose(real);
    assertThat(escalation().state()).isEqualTo(State.RESOLVED);
    device(SECOND).expectSms("closed");
  }

  private void dispose(CrisisRaised crisis) {
    life().escalations().heard(OnCallWorld.scope(), OnCallWorld.disposed(crisis, FIRST, now()));
    settle();
  }

  @Test
  void closingByHandIsToldOfEachCrisisItStoodFor() {
    givenPolicy(step(minutes(30), FIRST));
    var first = raise("first text", Severity.IMMINENT);
    var second = raise("second text", Severity.IMMINENT);
    device(FIRST).expectSms("urgent");
    press(new Input.Closed(FIRST, "referred"));
    assertThat(world().topic)
        .filteredOn(Resolved.class::isInstance)
        .extracting("crisisId")
        .containsExactly(first.crisisId(), second.crisisId());
  }

  @Test
  void whoeverHasItHearsOfANewCrisisButNotOfEachText() {
    givenPolicy(step(minutes(30), FIRST));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code).thenReply(code + " 1").expectSms("taken");
    press(new Input.InContact(FIRST));
    fastForward(minutes(7));
    for (int i = 0; i < 5; i++) {
      raise("again " + i, Severity.IMMINENT);
    }
    device(FIRST).expectSms("news", code);
    fastForward(minutes(10));
    raise("much later", Severity.IMMINENT);
    device(FIRST).expectSms("news", code);
  }

  @Test
  void languageAndSafeContactTravelWithTheEscalation() {
    givenPolicy(step(minutes(30), FIRST));
    var plain = world().crisis("cold night", Severity.IMMINENT);
    life().escalations().heard(OnCallWorld.scope(), plain);
    var known =
        new CrisisRaised(
            OnCallWorld.HARBOR.id(CrisisId::new, "known"),
            plain.conversationId(),
            plain.raisedBy(),
            plain.category(),
            plain.severity(),
            List.of(),
            plain.rulesVersion(),
            List.of(),
            List.of(),
            "es",
            List.of("no-calls"),
            now(),
            now());
    life().escalations().heard(OnCallWorld.scope(), known);
    settle();
    device(FIRST).expectSms("urgent");
    assertThat(escalation().concern().language()).isEqualTo("es");
    assertThat(escalation().concern().safeContact()).containsExactly("no-calls");
  }

  @Test
  void aSharedDutyPhoneAnswersForWhoeverWasPaged() {
    givenPolicy(step(minutes(30), SECOND));
    String code = raiseCrisis();
    device(SECOND).expectSms("urgent", code);
    String id = "harbor.1.shared";
    var shared =
        new StaffReplies.Incoming(OnCallWorld.PAGER, List.of(THIRD, SECOND), id, code + " 1");
    life().replies().heard(OnCallWorld.scope(), shared);
    settle();
    assertThat(escalation().holder().orElseThrow().by()).isEqualTo(SECOND);
    device(SECOND).expectSms("taken");
  }

  @Test
  void anotherPersonsCodeTakesNothing() {
    givenPolicy(step(minutes(30), FIRST));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code);
    device(THIRD).thenReply(code + " 1").expectSms("no open page");
    assertThat(escalation().state()).isEqualTo(State.OPEN);
  }

  @Test
  void aLateAnswerAfterTheEndSaysSo() {
    givenPolicy(step(minutes(30), FIRST));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code);
    press(new Input.Closed(FIRST, "referred"));
    device(FIRST).thenReply(code + " 1").expectSms("is closed");
  }

  @Test
  void aRedeliveryAfterTheEndOpensNothing() {
    givenPolicy(step(minutes(30), FIRST));
    var crisis = raise("a text", Severity.IMMINENT);
    device(FIRST).expectSms("urgent");
    life().escalations().heard(OnCallWorld.scope(), OnCallWorld.disposed(crisis, FIRST, now()));
    life().escalations().heard(OnCallWorld.scope(), crisis);
    fastForward(minutes(60));
    assertThat(escalation().state()).isEqualTo(State.RESOLVED);
  }

  @Test
  void theEndIsToldWithThePersonAndTheOutcomeAndNeverTwice() {
    givenPolicy(step(minutes(30), FIRST));
    var crisis = raise("a text", Severity.IMMINENT);
    device(FIRST).expectSms("urgent");
    press(new Input.Closed(FIRST, "referred"));
    life().escalations().heard(OnCallWorld.scope(), OnCallWorld.disposed(crisis, FIRST, now()));
    fastForward(minutes(60));
    assertThat(ends()).containsExactly(FIRST.value() + " referred");
  }

  @Test
  void anEndInTheCaseIsToldInThatPersonsName() {
    givenPolicy(step(minutes(30), FIRST));
    var crisis = raise("a text", Severity.IMMINENT);
    device(FIRST).expectSms("urgent");
    life().escalations().heard(OnCallWorld.scope(), OnCallWorld.disposed(crisis, FIRST, now()));
    fastForward(minutes(60));
    assertThat(ends()).containsExactly(FIRST.value() + " de-escalated");
  }

  private List<String> ends() {
    return world().topic.stream()
        .filter(Resolved.class::isInstance)
        .map(Resolved.class::cast)
        .map(end -> end.by().value() + " " + end.outcome())
        .toList();
  }

  @Test
  void everyoneIsPagedAtOnceByHand() {
    givenPolicy(step(minutes(30), FIRST), step(minutes(30), SECOND));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code);
    press(new Input.EveryoneWanted(FIRST));
    device(SECOND).expectSms("urgent", code);
    device(LAST).expectSms("urgent", code);
  }

  @Test
  void guessedCodesMakeAnAnswerUnproven() {
    givenPolicy(step(minutes(30), FIRST));
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code);
    String wrong = code.startsWith("9") ? "3CC" : "9CC";
    for (int i = 0; i < 5; i++) {
      device(FIRST).thenReply(wrong + " 1").expectSms("no open page");
    }
    device(FIRST).thenReply(code + " 1").expectSms("taken");
    assertThat(escalation().holder().orElseThrow().proven()).isFalse();
  }

  @Test
  void whileTheTopicIsAwayPagesAndAnswersGoOn() {
    givenPolicy(step(minutes(30), FIRST));
    world().topicAway = true;
    String code = raiseCrisis();
    device(FIRST).expectSms("urgent", code).thenReply(code + " 1").expectSms("taken");
    assertThat(world().topic).isEmpty();
    world().topicAway = false;
    fastForward(Duration.ofSeconds(5));
    assertThat(world().topic).extracting("seq").doesNotHaveDuplicates().hasSize(5);
  }

  @Test
  void twoAnswersOneWins() {
    givenPolicy(step(minutes(30), FIRST, SECOND));
    raiseCrisis();
    device(FIRST).expectSms("urgent");
    device(SECOND).expectSms("urgent");
    var first = press(new Input.Acknowledged(SECOND, Method.CONSOLE, true, "a"));
    device(FIRST).expectSms("taken");
    var second = press(new Input.Acknowledged(FIRST, Method.CONSOLE, true, "b"));
    assertThat(first).isInstanceOf(Answer.Taken.class);
    assertThat(second).isInstanceOf(Answer.TakenBy.class);
  }
}
