package org.reachline.cases.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reachline.cases.World;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Duty;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.web.WebWorld;
import org.reachline.contracts.Derived;
import org.reachline.trust.testing.Planted;
import reactor.core.Disposable;

class WebLiveTest {
  private static final String DANGER =
      "been outside since 6 n cant feel my hands. getting sleepy. nowhere open";
  private final WebWorld world = new WebWorld();
  private final WebLive live = new WebLive("run1");
  private final WebBoard board = live.board(Planted.HARBOR);
  private final List<WebChange> heard = new ArrayList<>();

  private Disposable listen() {
    return board.follow(board.newest()).next().subscribe(heard::add);
  }

  private CaseFile danger() {
    CaseFile file = world.file(world.says("+15550100142", DANGER));
    return file.version(0);
  }

  @Test
  void aNewCrisisIsToldOnceAndThenThatSomebodyHasIt() {
    var _ = listen();
    CaseFile file = danger();
    Duty taken =
        new Duty(
            2,
            Duty.Status.TAKEN,
            Set.of(world.worker().id()),
            world.world.now(),
            Set.of(),
            0,
            List.of(),
            "");
    CaseFile held = file.duty(file.crises().getFirst().id(), taken).version(1);

    live.wrote(file);
    live.wrote(held);

    assertThat(heard).hasSize(2);
    assertThat(heard.get(0).raised()).containsOnlyKeys(file.crises().getFirst().id());
    assertThat(heard.get(1).raised()).isEmpty();
    assertThat(heard.get(1).taken()).containsExactly(file.crises().getFirst().id());
    assertThat(heard.get(1).regions()).contains("crisis", "panel");
    assertThat(heard.toString()).doesNotContain("outside");
  }

  @Test
  void aWriteThatChangesNothingOnAPageIsNotTold() {
    var _ = listen();
    CaseFile file = danger();
    live.wrote(file);

    live.wrote(file.published(file.outbox().last()).version(1));

    assertThat(heard).hasSize(1);
  }

  @Test
  void whatAnotherNodeWroteIsToldWhenItIsRead() {
    var _ = listen();
    CaseFile file = danger();
    live.read(file.version(1));

    live.read(file.assignedTo(Set.of(world.worker().id())).version(2));

    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().concerned()).containsExactly(world.worker().id());
  }

  @Test
  void whoComesBackHearsWhatTheyMissed() {
    String position = live.position(Planted.HARBOR);
    live.wrote(danger());

    WebBoard.Following back = board.follow(live.number(position));

    assertThat(back.complete()).isTrue();
    assertThat(back.missed()).hasSize(1);
  }

  @Test
  void aPlaceOfAnotherRunOrTooFarBackIsNotKnown() {
    CaseFile file = danger();
    for (int i = 0; i < 600; i++) {
      live.wrote(file.assignedTo(i % 2 == 0 ? Set.of() : Set.of(world.worker().id())).version(i));
    }

    assertThat(live.number("other.5")).isEqualTo(-1);
    assertThat(live.number("run1.x")).isEqualTo(-1);
    assertThat(board.follow(live.number("run1.5")).complete()).isFalse();
    assertThat(board.follow(-1).complete()).isFalse();
    assertThat(board.follow(board.newest() + 1).complete()).isFalse();
    assertThat(board.follow(board.newest()).complete()).isTrue();
  }

  @Test
  void whoCannotKeepUpIsLetGo() {
    List<String> ends = new ArrayList<>();
    var slow = board.follow(0).next();
    CaseFile file = danger();
    for (int i = 0; i < 300; i++) {
      live.wrote(file.assignedTo(i % 2 == 0 ? Set.of() : Set.of(world.worker().id())).version(i));
    }

    var _ = slow.subscribe(_ -> {}, _ -> {}, () -> ends.add("end"));

    assertThat(ends).containsExactly("end");
    assertThat(board.viewers()).isZero();
  }

  @Test
  void whoLeavesIsForgotten() {
    Disposable viewer = listen();

    viewer.dispose();

    assertThat(board.viewers()).isZero();
  }

  @Test
  void theStoreTellsOfWhatWasWrittenAndNotOfWhatWasNot() {
    var _ = listen();
    CaseStore watched = new WebStore(world.world.store, live);
    var message = world.says("+15550100143", "hello");
    CaseFile file =
        World.found(watched.files(), world.world.scope(), Derived.caseOf(message.messageId()));
    CaseFile mine = file.assignedTo(Set.of(world.worker().id()));

    assertThat(watched.files().write(world.world.scope(), List.of(mine))).isEmpty();
    assertThat(watched.files().write(world.world.scope(), List.of(file))).isNotEmpty();

    assertThat(heard).hasSize(1);
  }
}
