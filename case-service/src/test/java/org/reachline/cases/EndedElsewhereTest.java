package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Command;
import org.reachline.cases.store.BreakingStore;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.crash.CrashEnumerator;
import org.reachline.contracts.crash.Faults;
import org.reachline.contracts.crash.Scenario;
import org.reachline.contracts.events.CrisisEvent.CrisisDisposed;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.contracts.events.EscalationEvent.Resolved;
import org.reachline.contracts.events.InboundEvent.MessageReceived;
import org.reachline.trust.Role;

/** A crisis that a person ended on the duty phone is ended in its case and told, once. */
class EndedElsewhereTest {
  private static final String PHONE = "+15550100701";
  private final World world = new World();

  private static MessageReceived danger(World world) {
    return world.text(PHONE, "m1", "crisis");
  }

  private static CrisisId crisis(World world) {
    return Derived.crisis(danger(world).messageId());
  }

  private static Resolved resolved(World world) {
    return new Resolved(
        Derived.escalation(crisis(world)),
        7,
        crisis(world),
        world.conversation(PHONE),
        onCall(world),
        "referred",
        world.now());
  }

  private static StaffId onCall(World world) {
    return world.planted.member(World.HARBOR, Role.ON_CALL).id();
  }

  private static DutyFlow duty(World world, CaseStore through, Announcer out) {
    return world.duty(through, out);
  }

  private DutyFlow duty() {
    return duty(world, world.store, world.announcer());
  }

  private static void raise(World world) {
    world.flow().accept(List.of(World.item(danger(world))));
    duty(world, world.store, world.announcer())
        .accept(World.items(world.published(CrisisRaised.class)));
  }

  private CaseFile only() {
    return world.store.files.all().getFirst();
  }

  @Test
  void theCaseTellsTheDispositionInThatPersonsNameOnce() {
    raise(world);

    duty().accept(List.of(World.item(resolved(world))));
    duty().accept(List.of(World.item(resolved(world))));
    duty().accept(World.items(world.published(CrisisDisposed.class)));
    duty().accept(List.of(World.item(resolved(world))));

    assertThat(only().inCrisis()).isFalse();
    assertThat(world.published(CrisisDisposed.class))
        .containsExactly(
            new CrisisDisposed(
                crisis(world), world.conversation(PHONE), onCall(world), "referred", World.START));
  }

  @Test
  void theNewsMayComeBeforeTheCase() {
    duty().accept(List.of(World.item(resolved(world))));
    assertThat(world.published(CrisisDisposed.class)).isEmpty();

    raise(world);
    duty().accept(List.of(World.item(resolved(world))));

    assertThat(only().inCrisis()).isFalse();
    assertThat(world.published(CrisisDisposed.class)).hasSize(1);
  }

  @Test
  void whatTheCaseItselfCausedChangesNothing() {
    raise(world);
    StaffId worker = world.planted.member(World.HARBOR, Role.WORKER).id();
    var command =
        new Command.Dispose(
            world.planted.ids().command(worker, "d"), worker, crisis(world), "false-alarm");
    assertThat(
            world
                .commands(world.store, world.announcer())
                .execute(world.scope(), only().id(), command))
        .isNotNull();
    CaseFile before = only();

    duty().accept(List.of(World.item(resolved(world))));

    assertThat(only()).isEqualTo(before);
    assertThat(world.published(CrisisDisposed.class))
        .extracting(CrisisDisposed::by)
        .containsExactly(worker);
  }

  @Test
  void anotherCrisisOfTheClientGoesOn() {
    raise(world);
    duty().accept(List.of(World.item(resolved(world))));

    world.flow().accept(List.of(World.item(world.text(PHONE, "m2", "crisis again"))));

    assertThat(only().inCrisis()).isTrue();
    assertThat(world.published(CrisisDisposed.class))
        .extracting(CrisisDisposed::crisisId)
        .containsOnly(crisis(world));
  }

  /** How far the consumer got. */
  interface Offsets {
    void commit(int upTo);
  }

  /** The news is redelivered until it is taken; the sweeper does what is left. */
  private static final class Ending implements Scenario<World> {
    @Override
    public String name() {
      return "a crisis ended on the duty phone";
    }

    @Override
    public World freshWorld() {
      World world = new World();
      raise(world);
      return world;
    }

    @Override
    public void run(World world, Faults faults) {
      Announcer out = faults.wrap(Announcer.class, world.announcer());
      CaseStore store = BreakingStore.of(world.store, faults);
      Offsets offsets = faults.wrap(Offsets.class, upTo -> world.committed = upTo);
      if (world.committed == 0) {
        duty(world, store, out).accept(List.of(World.item(news(world))));
        offsets.commit(1);
      }
      world.passes(Duration.ofMinutes(1));
      world.sweeper(store, out).sweep();
    }

    /** The same however often it is delivered. */
    private static Resolved news(World world) {
      Resolved now = resolved(world);
      return new Resolved(
          now.escalationId(),
          now.seq(),
          now.crisisId(),
          now.conversationId(),
          now.by(),
          now.outcome(),
          World.START);
    }

    @Override
    public void check(World world) {
      CaseFile file = world.store.files.all().getFirst();
      assertThat(file.inCrisis()).isFalse();
      assertThat(file.outbox().rows()).isEmpty();
      assertThat(world.published(CrisisDisposed.class).stream().distinct()).hasSize(1);
    }
  }

  @Test
  void whateverBreaksItIsToldOfAndAlwaysTheSame() {
    var report = CrashEnumerator.of(new Ending()).enumerate();

    assertThat(report.calls()).isGreaterThan(5);
  }
}
