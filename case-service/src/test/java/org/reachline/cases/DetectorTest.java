package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Rank;
import org.reachline.cases.reading.AgencyRules;
import org.reachline.cases.reading.Library;
import org.reachline.cases.reading.Patience;
import org.reachline.cases.store.CaseStore.Slice;
import org.reachline.cases.store.CaseStore.View;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.triage.Context;
import org.reachline.trust.Role;
import org.reachline.trust.testing.Planted;

/** The detector fails in every way there is; a message is then shown to people, never "none". */
class DetectorTest {
  private static final String PHONE = "+15550100142";
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private record Fault(String reason, Library library) {
    @Override
    public String toString() {
      return reason + " " + library.getClass().getSimpleName().replaceAll(".*/", "");
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault(
            "detector_error",
            (_, text, _) -> {
              throw new IllegalStateException(text);
            }),
        new Fault(
            "detector_error",
            (_, _, _) -> {
              throw new StackOverflowError();
            }),
        new Fault(
            "detector_error",
            (_, _, _) -> {
              throw new NoClassDefFoundError("rules");
            }),
        new Fault("timeout", new Patience(DetectorTest::stuck, Duration.ofMillis(20))),
        new Fault(
            "detector_error",
            new Patience(
                (_, text, _) -> {
                  throw new IllegalStateException(text);
                },
                Duration.ofSeconds(5))),
        new Fault(
            "no_rules",
            new AgencyRules(
                () -> {
                  throw new IllegalStateException("missing from the jar");
                })));
  }

  private static org.reachline.triage.Assessment stuck(
      org.reachline.contracts.AgencyId agency, String text, Context context) {
    try {
      NEVER.await();
    } catch (InterruptedException given) {
      Thread.currentThread().interrupt();
    }
    return World.LIBRARY.assess(agency, text, context);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultOfTheDetectorIsCountedAndStandsInTheQueueOfPeopleAndNobodyIsForgotten(Fault fault) {
    World world = new World();
    InboundEvent.MessageReceived message = world.text(PHONE, "m1", "crisis galoshes");
    CaseFlow flow = world.flowReading(fault.library());
    CrisisLane lane = world.laneReading(fault.library());

    lane.accept(World.items(List.of(message)));
    flow.accept(World.items(List.of(message)));
    lane.accept(World.items(List.of(message)));

    var file = world.store.files.all().getFirst();
    var received = (Entry.Received) file.log().tail().get(1).body();
    assertThat(received.risk().severity()).isEqualTo(Severity.UNASSESSED);
    assertThat(received.risk().reason().toLowerCase(java.util.Locale.ROOT))
        .isEqualTo(fault.reason());
    var me = world.planted.member(Planted.HARBOR, Role.WORKER).id();
    assertThat(world.store.queue(world.scope(), new Slice(View.UNASSESSED, me, "", 10))).hasSize(1);
    assertThat(Rank.group(file)).isEqualTo(Rank.Group.NEEDS_REPLY);
    assertThat(
            world
                .meters
                .get(CaseMetrics.UNASSESSED)
                .tags("where", "lane", "reason", fault.reason())
                .counter()
                .count())
        .as("by the lane, and not again when the message comes again")
        .isEqualTo(1);
    assertThat(
            world.meters.get(CaseMetrics.ASSESSED).tag("severity", "unassessed").counter().count())
        .isEqualTo(1);
  }

  @Test
  void aReadingThatFailsInTheCaseFlowAloneIsCountedToo() {
    World world = new World();
    AtomicInteger calls = new AtomicInteger();
    Library library =
        (agency, text, context) -> {
          if (calls.incrementAndGet() == 2) {
            throw new IllegalStateException("the second time");
          }
          return World.LIBRARY.assess(agency, text, context);
        };
    List<Item<InboundEvent>> message = World.items(List.of(world.text(PHONE, "m1", "hello")));

    world.laneReading(library).accept(message);
    world.flowReading(library).accept(message);

    assertThat(world.store.files.all().getFirst().work().waits().unassessed()).isTrue();
    assertThat(world.meters.get(CaseMetrics.UNASSESSED).counters())
        .singleElement()
        .satisfies(
            counter -> {
              assertThat(counter.getId().getTag("where")).isEqualTo("flow");
              assertThat(counter.getId().getTag("reason")).isEqualTo("detector_error");
              assertThat(counter.count()).isEqualTo(1);
            });
    assertThat(world.meters.get(CaseMetrics.ASSESSED).counters())
        .singleElement()
        .satisfies(
            counter -> {
              assertThat(counter.getId().getTag("severity")).isEqualTo("none");
              assertThat(counter.count()).isEqualTo(1);
            });
  }

  @Test
  void whatIsRecalledAfterARestartIsNotCountedAgain() {
    World world = new World();
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Library noRules =
        (_, _, _) -> {
          throw new IllegalStateException("no rules");
        };
    CrisisLane lane =
        new CrisisLane(
            world.boxes,
            new Detector(noRules),
            world.announcer(),
            new Recent(10),
            new CaseMetrics(meters),
            world::now);

    lane.recall(World.item(world.text(PHONE, "m1", "hello")));
    assertThat(meters.getMeters()).isEmpty();

    lane.accept(World.items(List.of(world.text(PHONE, "m2", "hello"))));
    assertThat(meters.get(CaseMetrics.ASSESSED).counter().count()).isEqualTo(1);
  }

  @Test
  void threadsThatAreAllStuckHoldUpNobody() {
    try (Patience patience = new Patience(DetectorTest::stuck, Duration.ofMillis(5))) {
      List<String> reasons = new ArrayList<>();
      World world = new World();
      for (int i = 0; i < 40; i++) {
        var read = patience.assess(World.HARBOR, "hello", Context.at(world.now()));
        reasons.add(((org.reachline.triage.Assessment.Unassessed) read).reason().name());
      }
      assertThat(reasons).hasSize(40).containsOnly("TIMEOUT");
    }
  }

  @Test
  void theLaneReadsAMessageAfterTheLastTwentyOfSeventyTwoHoursWithTheirLevels() {
    World world = new World();
    List<Context> contexts = new ArrayList<>();
    Library watched =
        (agency, text, context) -> {
          contexts.add(context);
          return World.LIBRARY.assess(agency, text, context);
        };
    CrisisLane lane =
        new CrisisLane(
            world.boxes,
            new Detector(watched),
            world.announcer(),
            new Recent(10),
            world.metrics,
            world::now);
    lane.accept(World.items(List.of(world.text(PHONE, "m0", "crisis"))));
    world.passes(Duration.ofHours(71));
    lane.accept(World.items(List.of(world.text(PHONE, "m1", "again"))));
    world.passes(Duration.ofHours(2));
    for (int i = 2; i < 24; i++) {
      world.passes(Duration.ofSeconds(1));
      lane.accept(World.items(List.of(world.text(PHONE, "m" + i, "word " + i))));
    }

    assertThat(contexts.get(0).openEpisode()).isFalse();
    assertThat(contexts.get(1).openEpisode()).isTrue();
    assertThat(contexts.get(1).earlier().getFirst().severity())
        .isEqualTo(org.reachline.triage.Severity.IMMINENT);
    assertThat(contexts.get(2).earlier())
        .extracting(Context.Earlier::text)
        .containsExactly("again");
    assertThat(contexts.get(2).openEpisode()).isFalse();
    assertThat(contexts.getLast().earlier()).hasSize(20);
    assertThat(contexts.getLast().earlier().getLast().text()).isEqualTo("word 22");
  }
}
