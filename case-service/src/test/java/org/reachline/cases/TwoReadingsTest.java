package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Command;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Verdict;
import org.reachline.cases.core.Watch;
import org.reachline.contracts.Category;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.contracts.events.CrisisEvent.Evidence;
import org.reachline.contracts.events.InboundEvent.MessageReceived;
import org.reachline.triage.Assessment;
import org.reachline.triage.Finding;
import org.reachline.trust.Role;

/** The lane and the case flow read one message differently: people see the more urgent reading. */
class TwoReadingsTest {
  private static final List<Evidence> PAGED =
      List.of(new Evidence(0, 4, "lane.cue", "raises", Severity.IMMINENT));
  private final World world = new World();
  private final MessageReceived message = world.text("+15550100733", "m1", "cold");
  private final CrisisId id = Derived.crisis(message.messageId());

  private enum First {
    LANE,
    FLOW
  }

  private CrisisRaised lane() {
    return new CrisisRaised(
        id,
        message.conversationId(),
        message.messageId(),
        Category.MEDICAL,
        Severity.IMMINENT,
        PAGED,
        "lane",
        List.of(),
        List.of(),
        "en",
        List.of(),
        world.now(),
        world.now());
  }

  /** The case flow, to which the message is high. */
  private void flow() {
    world.flowReading((_, _, _) -> HIGH).accept(List.of(World.item(message)));
  }

  private static final Assessment HIGH =
      new Assessment.Assessed(
          List.of(
              new Finding(
                  org.reachline.triage.Category.EXPOSURE, org.reachline.triage.Severity.HIGH)),
          org.reachline.triage.Severity.NONE,
          false,
          0,
          List.of(),
          List.of(),
          List.of(),
          "flow");

  private void told(List<CrisisRaised> events) {
    world.duty(world.store, world.announcer()).accept(World.items(events));
  }

  private CaseFile only() {
    return world.store.files.all().getFirst();
  }

  private static void isAsPaged(Crisis crisis) {
    assertThat(crisis.severity()).isEqualTo(Severity.IMMINENT);
    assertThat(crisis.category()).isEqualTo(Category.MEDICAL);
    assertThat(crisis.why().evidence()).isEqualTo(PAGED);
    assertThat(crisis.why().rulesVersion()).isEqualTo("lane");
  }

  @ParameterizedTest
  @EnumSource
  void theMoreUrgentIsShownWhicheverCameFirst(First first) {
    if (first == First.LANE) {
      told(List.of(lane()));
      flow();
    } else {
      flow();
      told(List.of(lane()));
    }
    told(world.published(CrisisRaised.class));

    assertThat(only().crises()).hasSize(1).allSatisfy(TwoReadingsTest::isAsPaged);
    assertThat(World.found(world.store.watches(), world.scope(), id).raised())
        .hasSize(1)
        .allSatisfy(TwoReadingsTest::isAsPaged);
  }

  @Test
  void whatIsKnownOfACrisisBeforeItsCaseIsTheMoreUrgentInEitherOrder() {
    flow();
    CrisisRaised high = world.published(CrisisRaised.class).getFirst();
    assertThat(high.severity()).isEqualTo(Severity.HIGH);
    Watch fresh = new Watch(id, List.of(), org.reachline.cases.core.Duty.none(world.now()), 0);

    assertThat(
            Stream.of(fresh.after(lane()).after(high), fresh.after(high).after(lane()))
                .map(watch -> watch.raised().getFirst()))
        .hasSize(2)
        .allSatisfy(TwoReadingsTest::isAsPaged);
  }

  @Test
  void aCrisisAPersonEndedStaysAsItWas() {
    flow();
    var worker = world.planted.member(World.HARBOR, Role.WORKER).id();
    var end =
        new Command.Dispose(world.planted.ids().command(worker, "d"), worker, id, "false-alarm");
    assertThat(
            world.commands(world.store, world.announcer()).execute(world.scope(), only().id(), end))
        .isInstanceOf(Verdict.Do.class);

    told(List.of(lane()));

    assertThat(only().inCrisis()).isFalse();
    assertThat(only().crises()).extracting(Crisis::severity).containsExactly(Severity.HIGH);
  }
}
