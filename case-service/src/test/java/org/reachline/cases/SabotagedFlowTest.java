package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reachline.cases.CaseFlowCrashTest.Night;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.store.BreakingStore;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.Shelf;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.crash.CrashEnumerator;
import org.reachline.contracts.crash.Faults;
import org.reachline.contracts.crash.Mode;
import org.reachline.contracts.crash.Report;
import org.reachline.contracts.crash.Scenario;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.Wire;
import org.reachline.trust.Scope;

/** The judge is judged: small wrong versions of the flow must be caught. */
class SabotagedFlowTest {

  /** The night of the crash test, run by a flow with one thing wrong. */
  private record Wrong(String name, Play play) implements Scenario<World> {
    /** One life of the process. */
    interface Play {
      void run(World world, CaseFlowCrashTest.Offsets offsets, Announcer out, CaseStore store);
    }

    @Override
    public World freshWorld() {
      return new Night(2).freshWorld();
    }

    @Override
    public void run(World world, Faults faults) {
      play.run(
          world,
          faults.wrap(CaseFlowCrashTest.Offsets.class, upTo -> world.committed = upTo),
          faults.wrap(Announcer.class, world.announcer()),
          BreakingStore.of(world.store, faults));
    }

    @Override
    public void check(World world) {
      new Night(2).check(world);
    }
  }

  private static Report singles(String name, Wrong.Play play) {
    return CrashEnumerator.of(new Wrong(name, play))
        .modes(Set.of(Mode.CRASH_BEFORE, Mode.CRASH_AFTER))
        .pairs(0)
        .report();
  }

  @Test
  void committingBeforeTheWorkIsDoneIsCaught() {
    Report report =
        singles(
            "commit first",
            (world, offsets, out, store) -> {
              CaseFlow flow = world.flow(store, out);
              while (world.committed < world.inbound.size()) {
                int from = world.committed;
                int to = Math.min(world.inbound.size(), from + 2);
                offsets.commit(to);
                flow.accept(World.items(world.inbound.subList(from, to)));
              }
            });

    assertThat(report.broken()).isNotEmpty();
  }

  @Test
  void announcingNothingForWhatWasStoredBeforeIsCaught() {
    Report report =
        singles(
            "published once at most",
            (world, offsets, out, store) -> {
              Set<String> known = new HashSet<>();
              world.store.files.all().forEach(f -> known.add(f.id().value() + f.log().seq()));
              Announcer forgetful =
                  new Announcer() {
                    @Override
                    public void publish(List<? extends Event> events) {
                      if (known.isEmpty() || world.published.isEmpty()) {
                        out.publish(events);
                      }
                    }

                    @Override
                    public void bury(Wire letter) {
                      out.bury(letter);
                    }
                  };
              play(world, offsets, forgetful, store);
            });

    assertThat(report.broken()).isNotEmpty();
  }

  @Test
  void writingCasesWithoutLookingAtTheirVersionIsCaught() {
    Report report =
        CrashEnumerator.of(
                new Wrong(
                    "last writer wins",
                    (world, offsets, out, store) ->
                        play(world, offsets, out, new Blind(store, world))))
            .modes(Set.of(Mode.TWICE, Mode.ERROR_AFTER))
            .pairs(0)
            .report();

    assertThat(report.broken()).isNotEmpty();
  }

  private static void play(
      World world, CaseFlowCrashTest.Offsets offsets, Announcer out, CaseStore store) {
    CaseFlow flow = world.flow(store, out);
    while (world.committed < world.inbound.size()) {
      int to = Math.min(world.inbound.size(), world.committed + 2);
      flow.accept(World.items(world.inbound.subList(world.committed, to)));
      offsets.commit(to);
    }
  }

  /** A store that forgets what it has read of a case, and writes anyway. */
  private record Blind(CaseStore of, World world) implements CaseStore {
    @Override
    public Shelf<CaseId, CaseFile> files() {
      return new Shelf<>() {
        @Override
        public Map<CaseId, CaseFile> read(Scope scope, Collection<CaseId> ids) {
          return Map.of();
        }

        @Override
        public Set<CaseId> write(Scope scope, Collection<CaseFile> documents) {
          return of.files()
              .write(
                  scope,
                  documents.stream().map(file -> file.version(version(scope, file))).toList());
        }
      };
    }

    private long version(Scope scope, CaseFile file) {
      CaseFile there = world.store.files.one(scope, file.id());
      return there == null ? 0 : there.v();
    }

    @Override
    public Shelf<org.reachline.contracts.ConversationId, org.reachline.cases.core.Conversation>
        conversations() {
      return of.conversations();
    }

    @Override
    public Shelf<org.reachline.contracts.ClientId, org.reachline.cases.core.Client> clients() {
      return of.clients();
    }

    @Override
    public Shelf<org.reachline.contracts.ConversationId, org.reachline.cases.core.Ledger>
        ledgers() {
      return of.ledgers();
    }

    @Override
    public Shelf<String, org.reachline.cases.core.Placed> placed() {
      return of.placed();
    }

    @Override
    public Shelf<String, org.reachline.cases.core.Page> pages() {
      return of.pages();
    }

    @Override
    public Shelf<org.reachline.contracts.CrisisId, org.reachline.cases.core.Watch> watches() {
      return of.watches();
    }

    @Override
    public List<CaseFile> queue(Scope scope, Slice slice) {
      return of.queue(scope, slice);
    }

    @Override
    public List<CaseFile> unsent(Scope scope, java.time.Instant before, int limit) {
      return of.unsent(scope, before, limit);
    }
  }
}
