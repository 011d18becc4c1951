package org.reachline.analytics.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.reachline.analytics.core.Milestone.Step;
import org.reachline.contracts.Samples;

/** What facts add to which cells. */
class ContributionsTest {
  private static final Samples SAMPLES = Samples.of(Samples.HARBOR);
  private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata"); // half an hour off
  private static final Instant START = Instant.parse("2026-01-17T20:47:31Z");

  @Test
  void aMessageInIsCountedInEveryGrainByTheAgencysClock() {
    Fact fact = Fact.of(FactKey.of(SAMPLES.message()), at(Step.RECEIVED, 0, 0));

    assertThat(Contributions.of(fact, ZONE).keySet())
        .extracting(CellKey::text)
        .containsExactlyInAnyOrder(
            "harbor|messages.in@1|5m|2026-01-17T20:45:00Z|channel=unknown",
            "harbor|messages.in@1|1h|2026-01-17T20:30:00Z|channel=unknown",
            "harbor|messages.in@1|1d|2026-01-17T18:30:00Z|channel=unknown");
  }

  @Test
  void aMessageIsOutOnceAProviderHasItWhoeverSaysSoFirst() {
    FactKey key = FactKey.of(SAMPLES.reply());

    assertThat(Contributions.of(Fact.of(key, at(Step.REQUESTED, 0, 0)), ZONE)).isEmpty();
    assertThat(Contributions.of(Fact.of(key, at(Step.FAILED, 0, 0)), ZONE)).isEmpty();
    assertThat(Contributions.of(Fact.of(key, at(Step.DELIVERED, 0, 0)), ZONE)).hasSize(3);
  }

  @Test
  void timesRunFromTheCrisisToTheFirstPageAndToTheFirstAcknowledgement() {
    Fact crisis =
        crisis(
            at(Step.RAISED, 0, 0),
            at(Step.PAGED, 60, 5),
            at(Step.PAGED, 2, 3),
            at(Step.ACKNOWLEDGED, 45, 6),
            at(Step.ACKNOWLEDGED, 90, 9));

    assertThat(millis(crisis))
        .containsOnly(
            Map.entry("crisis.page@1", 2000L),
            Map.entry("page.ack@1", 43_000L),
            Map.entry("crisis.ack@1", 45_000L));
  }

  @Test
  void anEndBeforeTheBeginningIsNoTimeAndSaidToBeSkewed() {
    Fact crisis = crisis(at(Step.RAISED, 10, 0), at(Step.PAGED, 3, 3));

    assertThat(Contributions.of(crisis, ZONE).values())
        .filteredOn(Amount::timed)
        .allMatch(amount -> amount.millis() == 0 && amount.skewed());
  }

  @Test
  void aCrisisWaitsUntilItIsTakenAndAgainWhenItIsHandedBack() {
    assertThat(waits(at(Step.RAISED, 0, 0))).isTrue();
    assertThat(waits(at(Step.RAISED, 0, 0), at(Step.ESCALATED, 1, 1))).isTrue();
    assertThat(waits(at(Step.RAISED, 0, 0), at(Step.ESCALATED, 1, 1), at(Step.ACKNOWLEDGED, 9, 4)))
        .isFalse();
    assertThat(
            waits(
                at(Step.ESCALATED, 1, 1),
                at(Step.ACKNOWLEDGED, 9, 4),
                at(Step.PAGING, 9, 5))) // the same millisecond: its place in the log tells
        .isTrue();
    assertThat(
            waits(at(Step.ESCALATED, 1, 1), at(Step.ACKNOWLEDGED, 9, 4), at(Step.RESOLVED, 20, 5)))
        .isFalse();
    assertThat(waits(of("a", Step.RAISED, 0), of("a", Step.DISPOSED, 20))).isFalse();
  }

  @Test
  void aFalseAlarmThatIsDisposedOfDoesNotHideTheCrisisBesideIt() {
    Milestone[] both = {
      of("a", Step.RAISED, 0), at(Step.ESCALATED, 1, 1), of("b", Step.RAISED, 5),
    };

    assertThat(waits(with(both, of("b", Step.DISPOSED, 20)))).isTrue();
    assertThat(waits(with(with(both, of("b", Step.DISPOSED, 20)), of("a", Step.DISPOSED, 30))))
        .isFalse();
  }

  private static Milestone of(String crisis, Step step, int second) {
    return Milestone.of(step, crisis + "/" + step, START.plusSeconds(second), 0, Map.of());
  }

  @Test
  void aFurtherCrisisOfATakenConversationDoesNotWaitAndOneAfterItsEndDoes() {
    Milestone[] taken = {
      at(Step.RAISED, 0, 0), at(Step.ESCALATED, 1, 1), at(Step.ACKNOWLEDGED, 9, 4),
    };

    assertThat(waits(with(taken, at(Step.RAISED, 15, 0)))).isFalse();
    assertThat(waits(with(taken, at(Step.RESOLVED, 20, 5)))).isFalse();
    assertThat(waits(with(with(taken, at(Step.RESOLVED, 20, 5)), at(Step.RAISED, 30, 0)))).isTrue();
  }

  @Test
  void whatWaitsStandsInTheCellOfTheMomentItBegan() {
    Fact conversation = conversation(at(Step.RAISED, 0, 0), at(Step.ESCALATED, 1, 1));

    assertThat(Contributions.of(conversation, ZONE).keySet())
        .extracting(CellKey::text)
        .containsExactly("harbor|crises.not_taken@1|open|2026-01-17T20:47:31Z|");
  }

  private static Milestone[] with(Milestone[] some, Milestone more) {
    Milestone[] all = Arrays.copyOf(some, some.length + 1);
    all[some.length] = more;
    return all;
  }

  private static boolean waits(Milestone... milestones) {
    return !Contributions.of(conversation(milestones), ZONE).isEmpty();
  }

  private static Map<String, Long> millis(Fact fact) {
    Map<String, Long> millis = new TreeMap<>();
    Contributions.of(fact, ZONE)
        .forEach(
            (key, amount) -> {
              if (amount.timed()) {
                millis.put(key.measure(), amount.millis());
              }
            });
    return millis;
  }

  private static Fact crisis(Milestone... milestones) {
    return fact(FactKey.of(SAMPLES.crisis()), milestones);
  }

  private static Fact conversation(Milestone... milestones) {
    return fact(FactKey.of(SAMPLES.conversation()), milestones);
  }

  private static Fact fact(FactKey key, Milestone... milestones) {
    return Arrays.stream(milestones).map(m -> Fact.of(key, m)).reduce(Fact::union).orElseThrow();
  }

  private static Milestone at(Step step, int second, int order) {
    return Milestone.of(step, step + "/" + second, START.plusSeconds(second), order, Map.of());
  }
}
