package org.reachline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.Category;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.EscalationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.PageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.EscalationEvent;

class StoryTest {
  private static final Instant T = Instant.parse("2026-01-17T04:12:07Z");
  private static final ConversationId SAM = new ConversationId("harbor.1.samsam");
  private static final MessageId TEXT = new MessageId("harbor.1.textone");
  private static final CrisisId CRISIS = Derived.crisis(TEXT);
  private static final EscalationId ESCALATION = Derived.escalation(CRISIS);
  private static final CaseId CASE = Derived.caseOf(TEXT);

  private Story story;

  @BeforeEach
  void samTexted() {
    story = new Story(SAM, T.minusSeconds(1));
    story.textSent(TEXT, T);
    story.textKept(TEXT, T.plusMillis(9));
  }

  @Test
  void theLineShowsEveryStationWithItsTimeSinceTheTextArrived() {
    story.seen(recorded(1), T.plusMillis(31));
    story.seen(raised(), T.plusMillis(16));
    story.seen(opened(), T);
    story.rang(T.plusMillis(80));

    assertThat(story.steps())
        .extracting(Story.Step::key)
        .containsExactly("arrived", "kept", "read", "case", "paged", "ringing", "taken");
    assertThat(story.steps())
        .extracting(Story.Step::plusMs)
        .containsExactly(0L, 9L, 16L, 31L, -1L, 80L, -1L);
    assertThat(looking()).isTrue();
  }

  @Test
  void anAcknowledgementEndsTheRinging() {
    story.seen(opened(), T);
    story.rang(T.plusMillis(80));
    story.seen(acknowledged(), T);

    assertThat(looking()).isFalse();
    assertThat(story.steps().getLast().plusMs()).isEqualTo(3000);
  }

  @Test
  void aPageThatIsHandedBackRingsAgain() {
    story.seen(opened(), T);
    story.seen(acknowledged(), T);

    story.seen(
        new EscalationEvent.SteppedOn(ESCALATION, 5, CRISIS, SAM, 0, 0, T.plusSeconds(9)), T);

    assertThat(looking()).isTrue();
  }

  @Test
  void whatHappenedBeforeThePageBeganIsNotMeasured() {
    Story later = new Story(SAM, T.plusSeconds(60));

    later.seen(raised(), T);

    assertThat(later.proof(T.plusSeconds(90)).late()).isZero();
  }

  @Test
  void aKeptTextInNoCaseIsLostAfterTheBoundAndNotBefore() {
    assertThat(story.proof(T.plusSeconds(5)).lost()).isZero();
    assertThat(story.proof(T.plusSeconds(15)).lost()).isEqualTo(1);

    story.seen(recorded(1), T.plusSeconds(16));
    assertThat(story.proof(T.plusSeconds(20)).lost()).isZero();
  }

  @Test
  void theSamePlaceToldTwiceIsOneAndAnotherPlaceIsADouble() {
    story.seen(recorded(1), T);
    story.seen(recorded(1), T);
    assertThat(story.proof(T).doubled()).isZero();

    story.seen(recorded(2), T);
    assertThat(story.proof(T).doubled()).isEqualTo(1);
  }

  @Test
  void aCrisisThatRingsNoPhoneInTimeIsLate() {
    story.seen(raised(), T);

    assertThat(story.proof(T.plusSeconds(5)).late()).isZero();
    assertThat(story.proof(T.plusSeconds(15)).late()).isEqualTo(1);
  }

  @Test
  void aPageOfAnEscalationThatPagedBeforeCountsForTheTextAfterWhichItCame() {
    story.seen(opened(), T);
    story.seen(sent(T.plusSeconds(1)), T);
    story.textSent(TEXT, T.plusSeconds(60));

    assertThat(at("paged")).isNull();

    story.seen(sent(T.plusSeconds(62)), T);
    assertThat(at("paged")).isEqualTo(T.plusSeconds(62));
  }

  @Test
  void otherConversationsAreNotItsBusiness() {
    long before = story.version();

    story.seen(
        new CaseEvent.MessageRecorded(
            CASE,
            1,
            client(),
            new ConversationId("harbor.1.other"),
            TEXT,
            CaseEvent.Author.CLIENT,
            Severity.NONE,
            T),
        T);

    assertThat(story.version()).isEqualTo(before);
    assertThat(story.caseId()).isNull();
  }

  @Test
  void theYoungestMessageNamesTheCaseWhateverOrderTheTopicTellsThemIn() {
    CaseId later = Derived.caseOf(new MessageId("harbor.1.texttwo"));

    story.seen(recorded(later, T.plusSeconds(60)), T);
    story.seen(recorded(1), T);

    assertThat(story.caseId()).isEqualTo(later);
  }

  private boolean looking() {
    return story.hunt().map(Hunts.Hunt::looking).orElse(false);
  }

  private @Nullable Instant at(String step) {
    return story.steps().stream()
        .filter(s -> s.key().equals(step))
        .findFirst()
        .map(Story.Step::at)
        .orElse(null);
  }

  private static EscalationEvent sent(Instant at) {
    return new EscalationEvent.PageSent(
        ESCALATION, 2, CRISIS, SAM, new PageId("harbor.1.page"), DemoAgency.MAYA, at);
  }

  private static CaseEvent recorded(CaseId place, Instant at) {
    return new CaseEvent.MessageRecorded(
        place, 1, client(), SAM, TEXT, CaseEvent.Author.CLIENT, Severity.NONE, at);
  }

  private static CaseEvent recorded(long seq) {
    return new CaseEvent.MessageRecorded(
        CASE, seq, client(), SAM, TEXT, CaseEvent.Author.CLIENT, Severity.IMMINENT, T);
  }

  private static ClientId client() {
    return Derived.client(SAM, TEXT);
  }

  private static CrisisEvent raised() {
    return new CrisisEvent.CrisisRaised(
        CRISIS,
        SAM,
        TEXT,
        Category.EXPOSURE,
        Severity.IMMINENT,
        List.of(),
        "1",
        T,
        T.plusMillis(16));
  }

  private static EscalationEvent acknowledged() {
    return new EscalationEvent.Acknowledged(
        ESCALATION,
        4,
        CRISIS,
        SAM,
        DemoAgency.MAYA,
        EscalationEvent.Method.SMS,
        true,
        T,
        T.plusSeconds(3));
  }

  private static EscalationEvent opened() {
    return new EscalationEvent.EscalationOpened(
        ESCALATION, 1, CRISIS, SAM, Category.EXPOSURE, Severity.IMMINENT, T, T.plusMillis(40));
  }
}
