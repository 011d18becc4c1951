package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Command;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Verdict;
import org.reachline.cases.store.BreakingStore;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.crash.CrashEnumerator;
import org.reachline.contracts.crash.Faults;
import org.reachline.contracts.crash.Scenario;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.OutboundEvent.SendRequested;
import org.reachline.contracts.personal.MessageText;
import org.reachline.trust.Role;

/** A reply is stored and sent once, whatever breaks while a person waits for the answer. */
class CommandCrashTest {

  /** What the person's browser hears. */
  interface Browser {
    void told(String what);
  }

  /** Somebody presses Send until told that it is done; the sweeper does what is left. */
  private static final class Sending implements Scenario<World> {
    @Override
    public String name() {
      return "a reply";
    }

    @Override
    public World freshWorld() {
      World world = new World();
      world.flow().accept(List.of(World.item(world.text("+15550100601", "m1", "hello"))));
      return world;
    }

    @Override
    public void run(World world, Faults faults) {
      Announcer out = faults.wrap(Announcer.class, world.announcer());
      CaseStore store = BreakingStore.of(world.store, faults);
      Browser browser = faults.wrap(Browser.class, _ -> world.committed++);
      if (world.committed == 0) {
        StaffId worker = world.planted.member(World.HARBOR, Role.WORKER).id();
        CaseId id = world.store.files.all().getFirst().id();
        Command.Reply reply =
            new Command.Reply(
                world.planted.ids().command(worker, "send-1"),
                worker,
                world.conversation("+15550100601"),
                new MessageText("we are here"),
                2);
        Verdict verdict =
            Objects.requireNonNull(world.commands(store, out).execute(world.scope(), id, reply));
        assertThat(verdict).isNotInstanceOf(Verdict.Refused.class);
        browser.told("sent");
      }
      world.passes(Duration.ofMinutes(1));
      world.sweeper(store, out).sweep();
    }

    @Override
    public void check(World world) {
      CaseFile file = world.store.files.all().getFirst();
      assertThat(file.log().tail()).filteredOn(e -> e.body() instanceof Entry.Sent).hasSize(1);
      assertThat(file.outbox().rows()).isEmpty();
      assertThat(
              world.published(SendRequested.class).stream()
                  .map(SendRequested::messageId)
                  .distinct())
          .hasSize(1);
      assertThat(world.published(CaseEvent.class).stream().map(CaseEvent::seq).distinct())
          .containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void aReplyIsStoredOnceAndSent() {
    var report = CrashEnumerator.of(new Sending()).enumerate();

    assertThat(report.calls()).isGreaterThan(8);
  }
}
