package org.reachline.notifier.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.LineId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.EscalationEvent.Method;
import org.reachline.notifier.oncall.EscalationStore.Due;
import org.reachline.notifier.oncall.core.Concern;
import org.reachline.notifier.oncall.core.Escalating;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.notifier.oncall.core.Policy;
import org.reachline.trust.Scope;

/** What every store of escalations does, in memory or not. */
abstract class EscalationStoreContract {
  private static final Instant NOW = Samples.ACCEPTED;
  private static final StaffId FIRST = OnCallWorld.person("first");

  /** An empty one. */
  abstract EscalationStore store();

  private static Scope scope(AgencyId agency) {
    return Scope.ofSweep(agency, "test");
  }

  private static final Scope HARBOR = scope(Samples.HARBOR);
  private static final Scope MIRROR = scope(Samples.MIRROR);

  private static Escalation open(AgencyId agency, String name) {
    return open(agency, name, name);
  }

  private static Escalation open(AgencyId agency, String name, String conversation) {
    Samples samples = Samples.of(agency);
    CrisisId crisis = samples.id(CrisisId::new, name);
    Policy policy =
        new Policy(
            LineId.of(agency, "pager"),
            List.of(
                new Policy.Step(
                    List.of(samples.id(StaffId::new, "first")), Duration.ofSeconds(90))),
            List.of(samples.id(StaffId::new, "last")),
            Duration.ofMinutes(10),
            "https://p.example",
            true);
    Concern concern =
        new Concern(
            crisis,
            samples.id(ConversationId::new, conversation),
            org.reachline.contracts.Category.EXPOSURE,
            Severity.IMMINENT,
            NOW);
    return Escalating.open(
        Derived.escalation(crisis),
        concern,
        Set.of(crisis.value() + "/raised", crisis.value()),
        "7KD",
        policy,
        NOW);
  }

  private static Escalation after(Escalation e, Input... inputs) {
    Escalation at = e;
    for (Input input : inputs) {
      at = Escalating.apply(at, input, NOW).next();
    }
    return at;
  }

  private static Escalation worked(Escalation e) {
    return after(e, new Input.Work("node/1", Set.of()));
  }

  @Test
  void whatIsWrittenIsReadBackWhole() {
    EscalationStore store = store();
    Escalation opened = open(Samples.HARBOR, "a");
    assertThat(store.insert(HARBOR, opened)).isTrue();
    Escalation worked = worked(opened.written(1));
    String attempt = worked.attempts().getFirst().id();
    Escalation acked =
        after(
            worked,
            new Input.Fenced(attempt, worked.lease().token()),
            new Input.Reported(attempt, 1, new Input.Outcome.Accepted()),
            new Input.Acknowledged(FIRST, Method.SMS, false, "cause"));

    assertThat(store.replace(HARBOR, acked)).isTrue();

    assertThat(store.find(HARBOR, opened.id())).hasValue(acked.written(2));
  }

  @Test
  void anIdIsInsertedOnce() {
    EscalationStore store = store();
    assertThat(store.insert(HARBOR, open(Samples.HARBOR, "a"))).isTrue();

    assertThat(store.insert(HARBOR, open(Samples.HARBOR, "a"))).isFalse();
  }

  @Test
  void aConversationHasOneUnderWayAndIsFreeAgainAfterItsEnd() {
    EscalationStore store = store();
    Escalation first = open(Samples.HARBOR, "a", "someone");
    store.insert(HARBOR, first);
    Escalation second = open(Samples.HARBOR, "b", "someone");
    assertThat(store.insert(HARBOR, second)).isFalse();

    store.replace(HARBOR, after(first.written(1), new Input.Closed(FIRST, "referred")));

    assertThat(store.insert(HARBOR, second)).isTrue();
    assertThat(store.liveOf(HARBOR, second.concern().conversationId()).orElseThrow().id())
        .isEqualTo(second.id());
  }

  @Test
  void aStaleVersionChangesNothing() {
    EscalationStore store = store();
    Escalation opened = open(Samples.HARBOR, "a");
    store.insert(HARBOR, opened);
    assertThat(store.replace(HARBOR, worked(opened.written(1)))).isTrue();

    assertThat(store.replace(HARBOR, after(opened.written(1), new Input.RelayFailed()))).isFalse();

    assertThat(store.find(HARBOR, opened.id()).orElseThrow().attempts()).hasSize(1);
  }

  @Test
  void ofManyWritersAtOnceOneWins() {
    EscalationStore store = store();
    Escalation opened = open(Samples.HARBOR, "a");
    store.insert(HARBOR, opened);

    List<CompletableFuture<Boolean>> writes =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            store.replace(
                                HARBOR,
                                after(opened.written(1), new Input.Work("node/" + i, Set.of())))))
            .toList();

    assertThat(writes.stream().map(CompletableFuture::join).filter(won -> won)).hasSize(1);
  }

  @Test
  void itIsFoundByEventCrisisAndPage() {
    EscalationStore store = store();
    Escalation opened = open(Samples.HARBOR, "a");
    store.insert(HARBOR, opened);
    Escalation worked = worked(opened.written(1));
    store.replace(HARBOR, worked);
    String crisis = opened.concern().crisisId().value();

    for (String key :
        List.of(crisis, crisis + "/raised", worked.attempts().getFirst().pageId().value())) {
      assertThat(store.byKey(HARBOR, key)).extracting(Escalation::id).containsExactly(opened.id());
      assertThat(store.byKey(MIRROR, key)).isEmpty();
    }
  }

  @Test
  void dueOnesAreFoundInOrderWhoeverTheyBelongTo() {
    EscalationStore store = store();
    Escalation mine = open(Samples.HARBOR, "a");
    Escalation theirs = open(Samples.MIRROR, "b");
    store.insert(HARBOR, mine);
    store.insert(MIRROR, theirs);
    assertThat(store.due(NOW.minusMillis(1), 10)).isEmpty();
    assertThat(store.due(NOW, 10))
        .containsExactlyInAnyOrder(
            new Due(Samples.HARBOR, mine.id()), new Due(Samples.MIRROR, theirs.id()));

    store.replace(HARBOR, worked(mine.written(1))); // leased now: not due before the lease ends

    assertThat(store.due(NOW, 10)).containsExactly(new Due(Samples.MIRROR, theirs.id()));
    assertThat(store.due(NOW.plusSeconds(10), 10)).hasSize(2);
    assertThat(store.overdue(NOW.plusSeconds(5))).isEqualTo(1);
  }

  @Test
  void liveAndClosedOnesAreListedApart() {
    EscalationStore store = store();
    Escalation live = open(Samples.HARBOR, "a");
    Escalation closed = open(Samples.HARBOR, "b");
    store.insert(HARBOR, live);
    store.insert(HARBOR, closed);
    store.replace(HARBOR, after(closed.written(1), new Input.Closed(FIRST, "referred")));

    assertThat(store.live(HARBOR)).extracting(Escalation::id).containsExactly(live.id());
    assertThat(store.closedSince(HARBOR, NOW.minusSeconds(1)))
        .extracting(Escalation::id)
        .containsExactly(closed.id());
    assertThat(store.closedSince(HARBOR, NOW.plusSeconds(1))).isEmpty();
    assertThat(store.live(MIRROR)).isEmpty();
  }

  @Test
  void anotherAgencysIsNeitherFoundNorWritten() {
    EscalationStore store = store();
    Escalation mine = open(Samples.HARBOR, "a");
    store.insert(HARBOR, mine);

    assertThat(store.find(MIRROR, mine.id())).isEmpty();
    assertThatThrownBy(() -> store.replace(MIRROR, worked(mine.written(1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.insert(MIRROR, open(Samples.HARBOR, "b")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
