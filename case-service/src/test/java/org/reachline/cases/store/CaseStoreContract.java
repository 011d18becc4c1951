package org.reachline.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reachline.cases.World;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.FirstAnswers;
import org.reachline.cases.core.Page;
import org.reachline.cases.core.Placed;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.trust.Scope;
import org.reachline.trust.testing.Planted;

/** What every store of cases does. */
abstract class CaseStoreContract {
  private final World world = new World();

  /** An empty store. */
  abstract CaseStore store();

  /** A time after which what was just written counts as left over. */
  private static final Duration LATER = Duration.ofDays(3650);

  private CaseFile someCase(CaseStore store, String phone, String words) {
    InboundEvent event = world.text(phone, phone + words, words);
    world.flow(store, world.announcer()).accept(List.of(World.item(event)));
    return store
        .files()
        .read(
            world.scope(), List.of(World.found(store.placed(), world.scope(), id(event)).caseId()))
        .values()
        .iterator()
        .next();
  }

  private static String id(InboundEvent event) {
    return event.messageId().value();
  }

  @Test
  void whatIsWrittenIsReadBackWithItsVersion() {
    CaseStore store = store();
    Placed place = Placed.at("harbor.1.aaaa", new CaseId("harbor.1.bbbb"));

    Set<String> missed = store.placed().write(world.scope(), List.of(place));

    assertThat(missed).isEmpty();
    assertThat(World.found(store.placed(), world.scope(), place.id()))
        .isEqualTo(new Placed(place.id(), place.caseId(), 0, 1));
  }

  @Test
  void insertingWhatExistsIsMissedAndChangesNothing() {
    CaseStore store = store();
    Placed first = Placed.at("harbor.1.aaaa", new CaseId("harbor.1.bbbb"));
    Placed second = Placed.at("harbor.1.aaaa", new CaseId("harbor.1.cccc"));
    Placed other = Placed.at("harbor.1.dddd", new CaseId("harbor.1.cccc"));
    store.placed().write(world.scope(), List.of(first));

    Set<String> missed = store.placed().write(world.scope(), List.of(second, other));

    assertThat(missed).containsExactly("harbor.1.aaaa");
    assertThat(store.placed().read(world.scope(), List.of("harbor.1.aaaa", "harbor.1.dddd")))
        .extractingByKey("harbor.1.aaaa")
        .isEqualTo(new Placed(first.id(), first.caseId(), 0, 1));
  }

  @Test
  void replacingAnotherVersionIsMissedAndChangesNothing() {
    CaseStore store = store();
    Placed place = Placed.at("harbor.1.aaaa", new CaseId("harbor.1.bbbb"));
    store.placed().write(world.scope(), List.of(place));
    Placed read = World.found(store.placed(), world.scope(), place.id());
    store.placed().write(world.scope(), List.of(read.sealedInto(1)));

    Set<String> missed = store.placed().write(world.scope(), List.of(read.sealedInto(2)));

    assertThat(missed).containsExactly(place.id());
    assertThat(World.found(store.placed(), world.scope(), place.id()).page()).isEqualTo(1);
  }

  @Test
  void anotherAgencySeesAndWritesNothing() {
    CaseStore store = store();
    Placed place = Placed.at("harbor.1.aaaa", new CaseId("harbor.1.bbbb"));
    store.placed().write(world.scope(), List.of(place));
    Scope mirror = Scope.ofSweep(Planted.MIRROR, "test");

    assertThat(store.placed().read(mirror, List.of(place.id()))).isEmpty();
    assertThatThrownBy(() -> store.placed().write(mirror, List.of(place)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.queue(mirror, slice(CaseStore.View.TEAM))).isEmpty();
  }

  @Test
  void aCaseSurvivesTheStoreInEveryPart() {
    CaseStore store = store();
    CaseFile file = someCase(store, "+15550100201", "crisis here");
    world
        .flow(store, world.announcer())
        .accept(List.of(World.item(world.signal("+15550100201", "s1", ConsentSignal.STOP, false))));

    CaseFile now = World.found(store.files(), world.scope(), file.id());

    assertThat(now.opening()).isEqualTo(file.opening());
    assertThat(now.log().tail()).hasSize(4);
    assertThat(now.log().tail().subList(0, 2)).isEqualTo(file.log().tail());
    assertThat(now.crises()).isEqualTo(file.crises()).hasSize(1);
    Set<?> rewritten = store.files().write(world.scope(), List.of(now));
    assertThat(rewritten).isEmpty();
    assertThat(World.found(store.files(), world.scope(), file.id()))
        .isEqualTo(now.version(now.v() + 1));
  }

  @Test
  void wordsAreReadableFromWhatIsRead() {
    CaseStore store = store();
    CaseFile file = someCase(store, "+15550100202", "where is the shelter");

    var received = (org.reachline.cases.core.Entry.Received) file.log().tail().get(1).body();
    String text = world.boxes.content(file.id(), 2, "content", received.content()).text().reveal();

    assertThat(text).isEqualTo("where is the shelter");
  }

  @Test
  void theQueueIsSortedCrisesFirstThenWhoWaitsLongest() {
    CaseStore store = store();
    CaseFile calm = someCase(store, "+15550100203", "hello");
    world.passes(Duration.ofMinutes(1));
    CaseFile later = someCase(store, "+15550100204", "hello again");
    world.passes(Duration.ofMinutes(1));
    CaseFile crisis = someCase(store, "+15550100205", "crisis");

    List<CaseFile> all = store.queue(world.scope(), slice(CaseStore.View.TEAM));

    assertThat(all).extracting(CaseFile::id).containsExactly(crisis.id(), calm.id(), later.id());
    assertThat(store.queue(world.scope(), slice(CaseStore.View.CRISES)))
        .extracting(CaseFile::id)
        .containsExactly(crisis.id());
    assertThat(store.queue(world.scope(), slice(CaseStore.View.UNASSIGNED))).hasSize(3);
    assertThat(store.queue(world.scope(), slice(CaseStore.View.MINE))).isEmpty();
    assertThat(store.queue(world.scope(), slice(CaseStore.View.WAITING))).isEmpty();
    assertThat(store.queue(world.scope(), slice(CaseStore.View.UNASSESSED))).isEmpty();
  }

  @Test
  void theQueueGoesOnAfterARank() {
    CaseStore store = store();
    CaseFile first = someCase(store, "+15550100206", "hello");
    world.passes(Duration.ofMinutes(1));
    CaseFile second = someCase(store, "+15550100207", "hello");

    List<CaseFile> rest =
        store.queue(
            world.scope(),
            new CaseStore.Slice(
                CaseStore.View.TEAM,
                world.planted.staff().members(Planted.HARBOR).getFirst().id(),
                org.reachline.cases.core.Rank.of(first),
                10));

    assertThat(rest).extracting(CaseFile::id).containsExactly(second.id());
  }

  @Test
  void whatIsUnsentIsFoundUntilItIsTrimmed() {
    CaseStore store = store();
    CaseFile file = someCase(store, "+15550100208", "hello");

    List<CaseFile> waiting = store.unsent(world.scope(), java.time.Instant.now().plus(LATER), 10);
    store.files().write(world.scope(), List.of(waiting.getFirst().published(file.outbox().last())));

    assertThat(waiting).extracting(CaseFile::id).containsExactly(file.id());
    assertThat(store.unsent(world.scope(), java.time.Instant.now().plus(LATER), 10)).isEmpty();
    assertThat(store.unsent(world.scope(), java.time.Instant.EPOCH, 10)).isEmpty();
  }

  @Test
  void aCrisisNobodyHasAnsweredIsFoundWhenItsAnswerIsDue() {
    CaseStore store = store();
    CaseFile file = someCase(store, "+15550100210", "crisis");
    Instant due = FirstAnswers.due(file).orElseThrow();

    store.files().write(world.scope(), List.of(file.published(file.outbox().last())));

    assertThat(store.unsent(world.scope(), due, 10)).isEmpty();
    assertThat(store.unsent(world.scope(), due.plusMillis(1), 10))
        .extracting(CaseFile::id)
        .containsExactly(file.id());
  }

  @Test
  void aPageKeepsItsEntries() {
    CaseStore store = store();
    CaseFile file = someCase(store, "+15550100209", "hello");
    Page page = new Page(file.id(), 1, file.log().tail(), 0);

    store.pages().write(world.scope(), List.of(page));

    assertThat(World.found(store.pages(), world.scope(), page.id()))
        .isEqualTo(new Page(file.id(), 1, file.log().tail(), 1));
  }

  private CaseStore.Slice slice(CaseStore.View view) {
    return new CaseStore.Slice(
        view, world.planted.staff().members(Planted.HARBOR).getFirst().id(), "", 10);
  }
}
