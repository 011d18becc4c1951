package org.reachline.notifier.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.PageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.crash.CrashEnumerator;
import org.reachline.contracts.crash.Faults;
import org.reachline.contracts.crash.History;
import org.reachline.contracts.crash.Mode;
import org.reachline.contracts.crash.Report;
import org.reachline.contracts.crash.Scenario;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.EscalationEvent.Exhausted;
import org.reachline.contracts.events.EscalationEvent.PagePlanned;
import org.reachline.contracts.events.EscalationEvent.SteppedOn;
import org.reachline.notifier.oncall.Phones.Arrived;
import org.reachline.notifier.oncall.core.Ack;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input.Outcome;
import org.reachline.notifier.oncall.core.Policy;
import org.reachline.notifier.oncall.core.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every port call of every story crashed in every way; the invariants of paging asked after it. */
class EscalationsCrashTest {
  private static final Policy TWO_STEPS =
      Story.policy(
          List.of(
              Story.step(Story.minutes(1), Story.FIRST),
              Story.step(Story.minutes(1), Story.SECOND)));
  private static final Logger LOG = LoggerFactory.getLogger(EscalationsCrashTest.class);
  private static final int PAIRS = 1_500;

  /** One story. */
  private record Tale(
      String name,
      Duration length,
      Consumer<CrashWorld> begin,
      Consumer<CrashWorld> end,
      Function<EscalationStore, EscalationStore> sabotage)
      implements Scenario<CrashWorld> {
    Tale(String name, Duration length, Consumer<CrashWorld> begin, Consumer<CrashWorld> end) {
      this(name, length, begin, end, store -> store);
    }

    @Override
    public CrashWorld freshWorld() {
      CrashWorld world = new CrashWorld(TWO_STEPS, length);
      world.crises.add(world.world.crisis("cold night", Severity.IMMINENT));
      begin.accept(world);
      return world;
    }

    @Override
    public void run(CrashWorld world, Faults faults) {
      world.live(faults, sabotage);
    }

    @Override
    public void leasesRunOut(CrashWorld world) {
      world.world.clock.advance(Duration.ofSeconds(16));
    }

    @Override
    public void check(CrashWorld world) {
      end.accept(world);
    }

    @Override
    public void check(CrashWorld world, History history) {
      Invariants invariants = new Invariants(world, history);
      invariants.someoneIsPagedWithinAMinute();
      invariants.nothingOfAnOlderGenerationAfterAnAck();
      invariants.noMoreDuplicatesThanFaults();
      invariants.theLogHasNoGapsAndItsStepsKeepOrder();
      invariants.oneAckHolds();
      end.accept(world);
    }
  }

  /** What must hold in every story. */
  private record Invariants(CrashWorld world, History history) {
    private static final Duration ON_THE_WIRE = Duration.ofSeconds(5);

    List<Arrived> pages() {
      return world.world.phones.arrived.stream()
          .filter(a -> a.words().contains("urgent page"))
          .toList();
    }

    void someoneIsPagedWithinAMinute() {
      Instant raised = world.crises.getFirst().at();
      assertThat(pages()).as("never silent").isNotEmpty();
      assertThat(pages().getFirst().at()).isBeforeOrEqualTo(raised.plusSeconds(60));
    }

    /**
     * The stories end before the limit for contact, so the first taking ends all paging. What was
     * frozen in the very call to the provider cannot be called back, but is no more than that.
     */
    void nothingOfAnOlderGenerationAfterAnAck() {
      long frozen = history.count(Mode.STALLED, "staffLine.send");
      for (Instant acked : world.acked.stream().limit(1).toList()) {
        assertThat(pages())
            .as("pages after the ack at %s", acked)
            .filteredOn(page -> page.at().isAfter(acked.plus(ON_THE_WIRE)))
            .hasSizeLessThanOrEqualTo((int) frozen);
      }
    }

    void noMoreDuplicatesThanFaults() {
      Map<PageId, Integer> calls = new HashMap<>();
      pages().forEach(page -> calls.merge(page.id(), 1, Integer::sum));
      int allowed = 1 + history.events().size() + unknowns();
      assertThat(calls.values()).as("calls of one attempt").allMatch(n -> n <= allowed);
    }

    private int unknowns() {
      return world.world.phones.script.isEmpty() ? 0 : 1;
    }

    void theLogHasNoGapsAndItsStepsKeepOrder() {
      TreeMap<Long, EscalationEvent> rows = new TreeMap<>();
      List<Long> order = new ArrayList<>();
      for (EscalationEvent row : world.world.topic) {
        if (rows.put(row.seq(), row) == null) {
          order.add(row.seq());
        }
      }
      assertThat(order).as("first arrivals").isSorted();
      Escalation e = world.world.only();
      e.log().forEach(waiting -> rows.putIfAbsent(waiting.seq(), waiting)); // at the story's end
      assertThat(rows.lastKey()).isEqualTo(rows.size()).isEqualTo(e.seq());
      stepsKeepOrder(rows.values());
    }

    private static void stepsKeepOrder(Iterable<EscalationEvent> rows) {
      int step = 0;
      int loop = 0;
      for (EscalationEvent row : rows) {
        switch (row) {
          case SteppedOn on -> {
            assertThat(on.step()).isEqualTo(step + 1);
            assertThat(on.loop()).isEqualTo(loop);
            step = on.step();
          }
          case Exhausted round -> {
            assertThat(round.loop()).isEqualTo(loop + 1);
            step = 0;
            loop = round.loop();
          }
          case PagePlanned page -> {
            assertThat(page.step()).isEqualTo(step);
            assertThat(page.loop()).isEqualTo(loop);
          }
          default -> {} // says nothing of steps
        }
      }
    }

    void oneAckHolds() {
      Escalation e = world.world.only();
      long holding = e.acks().stream().filter(Ack::holds).count();
      assertThat(holding).isEqualTo(e.state() == State.OPEN ? 0 : 1);
    }
  }

  private static void isTaken(CrashWorld world) {
    assertThat(world.world.only().state()).isEqualTo(State.ACKED);
    assertThat(world.unanswered).isEmpty();
  }

  private static String codeIn(Arrived page) {
    return page.words().replaceAll(".*urgent page (...).*", "$1");
  }

  private static void firstAnswers(CrashWorld world) {
    world.world.phones.onArrival =
        page -> {
          if (page.words().contains("urgent page") && page.to().equals(Story.FIRST)) {
            world.reply(page, codeIn(page) + " 1");
          }
        };
  }

  private static void secondAnswers(CrashWorld world) {
    world.world.phones.onArrival =
        page -> {
          if (page.words().contains("urgent page") && page.to().equals(Story.SECOND)) {
            world.reply(page, codeIn(page) + " 1");
          }
        };
  }

  /** Every mode there is, a process frozen before a call and waking up long after it included. */
  private static Report enumerate(Scenario<CrashWorld> tale) {
    Report report =
        CrashEnumerator.of(tale).modes(EnumSet.allOf(Mode.class)).pairs(PAIRS).enumerate();
    LOG.info("{}", report);
    return report;
  }

  /** The plain story, on a store that may not be what it says. */
  static Scenario<CrashWorld> pageAndAnswer(Function<EscalationStore, EscalationStore> sabotage) {
    return new Tale(
        "page and answer",
        Duration.ofMinutes(3),
        EscalationsCrashTest::firstAnswers,
        EscalationsCrashTest::isTaken,
        sabotage);
  }

  @Test
  void aPageAndAnAnswer() {
    Report report = enumerate(pageAndAnswer(store -> store));
    assertThat(report.broken()).isEmpty();
  }

  @Test
  void nobodyAnswersThroughStepsLoopAndLastResort() {
    Report report =
        enumerate(
            new Tale(
                "nobody answers",
                Duration.ofMinutes(5),
                _ -> {},
                world -> {
                  assertThat(world.world.only().state()).isEqualTo(State.OPEN);
                  assertThat(world.world.phones.arrived)
                      .extracting(Arrived::to)
                      .contains(Story.FIRST, Story.SECOND, Story.LAST);
                }));
    assertThat(report.broken()).isEmpty();
  }

  @Test
  void anAnswerRacesADueTimer() {
    Report report =
        enumerate(
            new Tale(
                "answer races timer",
                Duration.ofMinutes(4),
                EscalationsCrashTest::secondAnswers,
                EscalationsCrashTest::isTaken));
    assertThat(report.broken()).isEmpty();
  }

  @Test
  void theProviderRefusesThenAnotherPersonIsPaged() {
    Report report =
        enumerate(
            new Tale(
                "refused, then another",
                Duration.ofMinutes(3),
                world -> {
                  world.world.phones.next(Story.FIRST, new Outcome.Refused("30003"));
                  secondAnswers(world);
                },
                EscalationsCrashTest::isTaken));
    assertThat(report.broken()).isEmpty();
  }

  @Test
  void theFirstPassesItOnAndTheSecondTakesIt() {
    Report report =
        enumerate(
            new Tale(
                "passed on, taken",
                Duration.ofMinutes(3),
                world ->
                    world.world.phones.onArrival =
                        page -> {
                          boolean first = page.to().equals(Story.FIRST);
                          if (page.words().contains("urgent page")) {
                            world.reply(page, codeIn(page) + (first ? " 2" : " 1"));
                          }
                        },
                EscalationsCrashTest::isTaken));
    assertThat(report.broken()).isEmpty();
  }

  @Test
  void theFirstSaysStopAndTheSecondTakesIt() {
    Report report =
        enumerate(
            new Tale(
                "stop, then taken",
                Duration.ofMinutes(3),
                world ->
                    world.world.phones.onArrival =
                        page -> {
                          boolean first = page.to().equals(Story.FIRST);
                          if (page.words().contains("urgent page")) {
                            world.reply(page, first ? "STOP" : codeIn(page) + " 1");
                          }
                        },
                EscalationsCrashTest::isTaken));
    assertThat(report.broken()).isEmpty();
  }

  @Test
  void aSecondCrisisIsMergedAndAFalseAlarmDisposedOf() {
    Report report =
        enumerate(
            new Tale(
                "merged, one disposed of, taken",
                Duration.ofMinutes(3),
                world -> {
                  var falseAlarm = world.world.crisis("false alarm", Severity.IMMINENT);
                  world.crises.add(falseAlarm);
                  world.crises.add(
                      OnCallWorld.disposed(falseAlarm, Story.LAST, world.world.clock.now()));
                  secondAnswers(world);
                },
                world -> {
                  isTaken(world);
                  assertThat(world.world.only().crises()).hasSize(1);
                }));
    assertThat(report.broken()).isEmpty();
  }

  @Test
  void theAnswerOfTheProviderIsLost() {
    Report report =
        enumerate(
            new Tale(
                "lost answer",
                Duration.ofMinutes(3),
                world -> {
                  world.world.phones.withoutReceipts.add(Story.FIRST);
                  world.world.phones.next(Story.FIRST, new Outcome.Unknown());
                  secondAnswers(world);
                },
                EscalationsCrashTest::isTaken));
    assertThat(report.broken()).isEmpty();
  }
}
