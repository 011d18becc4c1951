package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Ledger;
import org.reachline.cases.store.BreakingStore;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.crash.CrashEnumerator;
import org.reachline.contracts.crash.Faults;
import org.reachline.contracts.crash.Report;
import org.reachline.contracts.crash.Scenario;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.contracts.events.OutboundEvent.ConsentChanged;
import org.reachline.contracts.events.OutboundEvent.SendRequested;

/** Every port call of the message path goes wrong in every way; nothing is lost or doubled. */
class CaseFlowCrashTest {

  /** How far the consumer got; the broker redelivers the rest. */
  interface Offsets {
    void commit(int upTo);
  }

  /** Texts of two people, one in crisis, an edit, a STOP by word and by the provider. */
  static final class Night implements Scenario<World> {
    private final int batch;

    Night(int batch) {
      this.batch = batch;
    }

    @Override
    public String name() {
      return "a night in batches of " + batch;
    }

    @Override
    public World freshWorld() {
      World world = new World();
      var first = world.text("+15550100301", "a1", "hello");
      world.inbound.add(first);
      world.inbound.add(world.text("+15550100302", "b1", "crisis, no heat"));
      world.inbound.add(world.text("+15550100301", "a2", "crisis here too"));
      world.inbound.add(world.edit(first, "a1e", "crisis in other words"));
      world.inbound.add(world.text("+15550100302", "b2", "stop"));
      world.inbound.add(world.signal("+15550100302", "b2s", ConsentSignal.STOP, false));
      world.inbound.add(world.signal("+15550100303", "c1s", ConsentSignal.STOP, true));
      world.inbound.add(world.text("+15550100301", "a1", "hello")); // the provider repeats itself
      return world;
    }

    @Override
    public void run(World world, Faults faults) {
      Announcer out = faults.wrap(Announcer.class, world.announcer());
      Offsets offsets = faults.wrap(Offsets.class, upTo -> world.committed = upTo);
      CaseFlow flow = world.flow(BreakingStore.of(world.store, faults), out);
      while (world.committed < world.inbound.size()) {
        int to = Math.min(world.inbound.size(), world.committed + batch);
        flow.accept(World.items(world.inbound.subList(world.committed, to)));
        offsets.commit(to);
      }
    }

    @Override
    public void check(World world) {
      everyMessageIsInOneCaseOnceInOrder(world);
      everyEventHasItsPlace(world);
      everyCrisisIsRaised(world);
      consentIsKeptAndTold(world);
    }
  }

  private static void everyMessageIsInOneCaseOnceInOrder(World world) {
    Map<ConversationId, List<MessageId>> threads = new HashMap<>();
    for (CaseFile file : world.store.files.all()) {
      for (Entry entry : file.log().tail()) {
        if (entry.body() instanceof Entry.Received r) {
          threads
              .computeIfAbsent(r.conversationId(), _ -> new java.util.ArrayList<>())
              .add(r.messageId());
        }
      }
    }
    assertThat(threads)
        .containsOnly(
            Map.entry(world.conversation("+15550100301"), ids(world, 0, 2)),
            Map.entry(world.conversation("+15550100302"), ids(world, 1, 4)));
  }

  private static List<MessageId> ids(World world, int... which) {
    return java.util.Arrays.stream(which).mapToObj(i -> world.inbound.get(i).messageId()).toList();
  }

  private static void everyEventHasItsPlace(World world) {
    for (CaseFile file : world.store.files.all()) {
      Set<Long> seen = new HashSet<>();
      List<Long> first =
          world.published(CaseEvent.class).stream()
              .filter(event -> event.caseId().equals(file.id()))
              .map(CaseEvent::seq)
              .filter(seen::add)
              .toList();
      assertThat(first)
          .isEqualTo(java.util.stream.LongStream.rangeClosed(1, file.log().seq()).boxed().toList());
      Map<String, CaseEvent> byId = new HashMap<>();
      world
          .published(CaseEvent.class)
          .forEach(e -> assertThat(byId.merge(e.eventId(), e, (a, _) -> a)).isEqualTo(e));
    }
  }

  private static void everyCrisisIsRaised(World world) {
    Set<CrisisId> raised = new HashSet<>();
    world.published(CrisisRaised.class).forEach(event -> raised.add(event.crisisId()));
    assertThat(raised)
        .containsExactlyInAnyOrder(
            Derived.crisis(world.inbound.get(1).messageId()),
            Derived.crisis(world.inbound.get(2).messageId()),
            Derived.crisis(world.inbound.get(3).messageId()));
  }

  private static void consentIsKeptAndTold(World world) {
    ConversationId stopped = world.conversation("+15550100302");
    Ledger ledger = World.found(world.store.ledgers, world.scope(), stopped);
    assertThat(ledger.stopped()).isTrue();
    assertThat(ledger.verifies()).isTrue();
    assertThat(ledger.entries()).hasSize(1);
    assertThat(world.published(ConsentChanged.class))
        .extracting(ConsentChanged::conversationId)
        .contains(stopped, world.conversation("+15550100303"));
    Set<MessageId> sends = new HashSet<>();
    world.published(SendRequested.class).forEach(send -> sends.add(send.messageId()));
    assertThat(sends).hasSize(1);
  }

  @Test
  void oneByOneNothingIsLostOrDoubled() {
    Report report = CrashEnumerator.of(new Night(1)).pairs(1_500).enumerate();

    assertThat(report.calls()).isGreaterThan(40);
  }

  @Test
  void inBatchesNothingIsLostOrDoubled() {
    Report report = CrashEnumerator.of(new Night(3)).pairs(2_500).enumerate();

    assertThat(report.calls()).isGreaterThan(20);
  }

  @Test
  void allAtOnceNothingIsLostOrDoubled() {
    Report report = CrashEnumerator.of(new Night(8)).pairs(2_500).enumerate();

    assertThat(report.broken()).isEmpty();
  }

  /** The urgent path alone: its only ports are the topic and the offset. */
  private static final class Lane implements Scenario<World> {
    @Override
    public String name() {
      return "the crisis lane";
    }

    @Override
    public World freshWorld() {
      return new Night(1).freshWorld();
    }

    @Override
    public void run(World world, Faults faults) {
      Announcer out = faults.wrap(Announcer.class, world.announcer());
      Offsets offsets = faults.wrap(Offsets.class, upTo -> world.committed = upTo);
      CrisisLane lane = world.lane(out);
      World.items(world.inbound.subList(0, world.committed)).forEach(lane::recall);
      while (world.committed < world.inbound.size()) {
        int to = Math.min(world.inbound.size(), world.committed + 2);
        lane.accept(World.items(world.inbound.subList(world.committed, to)));
        offsets.commit(to);
      }
    }

    @Override
    public void check(World world) {
      everyCrisisIsRaised(world);
    }
  }

  @Test
  void theLaneRaisesEveryCrisis() {
    Report report = CrashEnumerator.of(new Lane()).enumerate();

    assertThat(report.calls()).isGreaterThan(5);
  }
}
