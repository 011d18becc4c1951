package org.reachline.notifier.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Category;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.EscalationId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.notifier.oncall.HeardReplies.Heard;
import org.reachline.notifier.oncall.core.Concern;
import org.reachline.notifier.oncall.core.Escalating;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.trust.Scope;

/** What page codes, opt-outs and heard replies do, in memory or not. */
abstract class OnCallPortsContract {
  private static final Instant NOW = Samples.ACCEPTED;
  private static final Scope HARBOR = Scope.ofSweep(Samples.HARBOR, "test");
  private static final Scope MIRROR = Scope.ofSweep(Samples.MIRROR, "test");
  private static final Samples SAMPLES = Samples.of(Samples.HARBOR);
  private static final StaffId FIRST = OnCallWorld.person("first");
  private static final StaffId SECOND = OnCallWorld.person("second");

  abstract EscalationStore escalations();

  abstract PageCodes codes(EscalationStore escalations);

  abstract OptOuts optOuts();

  abstract HeardReplies heard();

  private static EscalationId id(String name) {
    return SAMPLES.id(EscalationId::new, name);
  }

  private static Escalation escalation(String name) {
    Concern concern =
        new Concern(
            SAMPLES.id(CrisisId::new, name),
            SAMPLES.id(ConversationId::new, name),
            Category.MEDICAL,
            Severity.HIGH,
            NOW);
    return Escalating.open(id(name), concern, Set.of(name), "7KD", Story.policy(List.of()), NOW);
  }

  @Test
  void aCodeIsReservedForOneAndStaysItsOwn() {
    PageCodes codes = codes(escalations());

    assertThat(codes.reserve(HARBOR, "7KD", id("a"), NOW)).isTrue();
    assertThat(codes.reserve(HARBOR, "7KD", id("a"), NOW)).isTrue();
    assertThat(codes.reserve(HARBOR, "7KD", id("b"), NOW)).isFalse();
    assertThat(codes.find(HARBOR, "7KD")).hasValue(id("a"));
    assertThat(codes.find(MIRROR, "7KD")).isEmpty();
    assertThat(codes.find(HARBOR, "9PQ")).isEmpty();
  }

  @Test
  void aCodeRestsForADayAfterItsEscalationIsClosed() {
    EscalationStore store = escalations();
    PageCodes codes = codes(store);
    Escalation first = escalation("a");
    codes.reserve(HARBOR, "7KD", first.id(), NOW);
    store.insert(HARBOR, first);
    Instant nextWeek = NOW.plus(Duration.ofDays(7));
    assertThat(codes.reserve(HARBOR, "7KD", id("b"), nextWeek)).as("still live").isFalse();

    store.replace(
        HARBOR,
        Escalating.apply(first.written(1), new Input.Closed(FIRST, "referred"), nextWeek).next());

    Instant dayAfter = nextWeek.plus(Duration.ofHours(24));
    assertThat(codes.reserve(HARBOR, "7KD", id("b"), dayAfter)).isFalse();
    assertThat(codes.reserve(HARBOR, "7KD", id("b"), dayAfter.plusMillis(1))).isTrue();
    assertThat(codes.find(HARBOR, "7KD")).hasValue(id("b"));
  }

  @Test
  void aCodeNothingCameOfIsFreeAfterADay() {
    PageCodes codes = codes(escalations());
    codes.reserve(HARBOR, "7KD", id("a"), NOW);

    assertThat(codes.reserve(HARBOR, "7KD", id("b"), NOW.plus(Duration.ofHours(25)))).isTrue();
  }

  @Test
  void stopAndStartAreKeptPerPerson() {
    OptOuts optOuts = optOuts();
    optOuts.set(HARBOR, FIRST, true);
    optOuts.set(HARBOR, FIRST, true);
    assertThat(optOuts.among(HARBOR, Set.of(FIRST, SECOND))).containsExactly(FIRST);
    assertThat(optOuts.among(MIRROR, Set.of(FIRST))).isEmpty();

    optOuts.set(HARBOR, FIRST, false);

    assertThat(optOuts.among(HARBOR, Set.of(FIRST, SECOND))).isEmpty();
  }

  @Test
  void aReplyIsKeptOnceAndAnsweredOnce() {
    HeardReplies heard = heard();
    Heard first = new Heard("harbor.1.aaaa", FIRST, false, "Relay: taken", false, NOW);
    assertThat(heard.insert(HARBOR, first)).isTrue();
    assertThat(heard.insert(HARBOR, new Heard(first.id(), FIRST, true, "other", false, NOW)))
        .isFalse();
    assertThat(heard.find(HARBOR, first.id())).hasValue(first);
    assertThat(heard.find(MIRROR, first.id())).isEmpty();

    assertThat(heard.beginAnswer(HARBOR, first.id())).isTrue();
    assertThat(heard.beginAnswer(HARBOR, first.id())).isFalse();
    assertThat(heard.beginAnswer(HARBOR, "harbor.1.bbbb")).isFalse();
  }

  @Test
  void wrongCodesAreCountedPerPersonAndTime() {
    HeardReplies heard = heard();
    heard.insert(HARBOR, new Heard("harbor.1.aaaa", FIRST, true, "", false, NOW));
    heard.insert(HARBOR, new Heard("harbor.1.bbbb", FIRST, false, "", false, NOW));
    heard.insert(HARBOR, new Heard("harbor.1.cccc", SECOND, true, "", false, NOW));

    assertThat(heard.wrongCodes(HARBOR, FIRST, NOW)).isEqualTo(1);
    assertThat(heard.wrongCodes(HARBOR, FIRST, NOW.plusMillis(1))).isZero();
  }
}
