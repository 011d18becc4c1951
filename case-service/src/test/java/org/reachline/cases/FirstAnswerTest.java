package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Command;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Unsafe;
import org.reachline.cases.store.BreakingStore;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.crash.CrashEnumerator;
import org.reachline.contracts.crash.Faults;
import org.reachline.contracts.crash.Scenario;
import org.reachline.contracts.events.CaseEvent.Author;
import org.reachline.contracts.events.CrisisEvent.CrisisReassessed;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.EscalationEvent.PagePlanned;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.events.OutboundEvent.SendRequested;
import org.reachline.contracts.personal.MessageText;
import org.reachline.trust.Role;

/** The automatic answer to a crisis, and what breaks through within one. */
class FirstAnswerTest {
  private static final String PHONE = "+15550100701";
  private final World world = new World();

  private static InboundEvent.MessageReceived danger(World world) {
    return world.text(PHONE, "m1", "crisis");
  }

  private static PagePlanned paged(World world, InboundEvent.MessageReceived of, long seq) {
    CrisisId crisis = Derived.crisis(of.messageId());
    StaffId who = world.planted.member(World.HARBOR, Role.ON_CALL).id();
    var escalation = Derived.escalation(crisis);
    return new PagePlanned(
        escalation,
        seq,
        crisis,
        of.conversationId(),
        Derived.page(escalation, "a" + seq),
        who,
        EscalationEvent.Method.SMS,
        1,
        1,
        World.START);
  }

  private void arrive(InboundEvent... events) {
    world.flow().accept(World.items(List.of(events)));
  }

  private void told(InboundEvent.MessageReceived of, long seq) {
    world.duty(world.store, world.announcer()).accept(raisedAs(world));
    world.duty(world.store, world.announcer()).accept(List.of(World.item(paged(world, of, seq))));
  }

  private static List<Item<org.reachline.contracts.events.CrisisEvent.CrisisRaised>> raisedAs(
      World world) {
    return World.items(
        world.published(org.reachline.contracts.events.CrisisEvent.CrisisRaised.class));
  }

  private static CaseFile only(World world) {
    return world.store.files.all().getFirst();
  }

  private List<String> answers() {
    return only(world).log().tail().stream()
        .filter(e -> e.body() instanceof Entry.Sent s && s.author() == Author.AUTOMATION)
        .map(e -> world.boxes.text(only(world), e.seq(), ((Entry.Sent) e.body()).text()).reveal())
        .toList();
  }

  @Test
  void nobodyIsSaidToBeToldBeforeSomebodyIsPaged() {
    arrive(danger(world));

    assertThat(answers()).isEmpty();
  }

  @Test
  void whenSomebodyIsPagedTheClientIsToldOnce() {
    var message = danger(world);
    arrive(message);
    told(message, 2);
    told(message, 3);
    arrive(world.text(PHONE, "m2", "crisis still"));
    told(message, 4);

    assertThat(answers()).singleElement().asString().contains("told our on-call staff", "988");
    assertThat(
            world.published(SendRequested.class).stream().map(SendRequested::messageId).distinct())
        .hasSize(1);
  }

  @Test
  void theAnswerSpeaksTheLanguageOfTheMessage() {
    var message = world.text(PHONE, "m1", "crisis, estoy en la calle y no tengo donde dormir");
    arrive(message);
    told(message, 2);

    assertThat(answers()).singleElement().asString().contains("avisamos");
  }

  @Test
  void whereNobodyIsPagedForAMinuteTheAnswerDoesNotClaimIt() {
    arrive(danger(world));

    world.sweeper(world.store, world.announcer()).sweep();
    world.sweeper(world.store, world.announcer()).sweep();

    assertThat(answers()).singleElement().asString().contains("may not see it").contains("911");
    assertThat(only(world).outbox().rows()).isEmpty();
  }

  @Test
  void thePageMayBeKnownBeforeTheCase() {
    var message = danger(world);
    world
        .duty(world.store, world.announcer())
        .accept(List.of(World.item(paged(world, message, 2))));
    arrive(message);
    told(message, 3);

    assertThat(answers()).hasSize(1);
  }

  @Test
  void noAnswerGoesThroughAStop() {
    var message = danger(world);
    arrive(world.text(PHONE, "m0", "stop"), message);
    int confirmations = answers().size();
    told(message, 2);

    assertThat(answers()).hasSize(confirmations);
    assertThat(crisis().answer()).isEqualTo(Crisis.Answer.NEEDLESS);
  }

  @Test
  void noAnswerGoesToAPhoneSomebodyElseMayHold() {
    var message = world.text(PHONE, "m1", "crisis, abuse");
    arrive(message);
    told(message, 2);

    assertThat(answers()).isEmpty();
    assertThat(crisis().answer()).isEqualTo(Crisis.Answer.WITHHELD);
  }

  @Test
  void helpFromSuchAPhoneGetsTheNeutralText() {
    arrive(world.text(PHONE, "m1", "crisis, abuse"), world.text(PHONE, "m2", "HELP"));

    assertThat(answers()).containsExactly("Thanks, we got your message.");
  }

  @Test
  void aPleaNotToCallFromSuchAPhoneIsKeptAndAnsweredByNobody() {
    arrive(world.text(PHONE, "m1", "crisis, abuse"), world.text(PHONE, "m2", "dont call me"));

    assertThat(answers()).isEmpty();
    assertThat(Unsafe.toCall(only(world))).isTrue();
  }

  @Test
  void aPleaNotToCallIsConfirmedWhereNobodyElseHoldsThePhone() {
    arrive(world.text(PHONE, "m1", "dont call me"));

    assertThat(answers()).singleElement().asString().contains("Reply STOP to end all texts");
  }

  @Test
  void aPersonWhoWasQuickerIsEnough() {
    var message = danger(world);
    arrive(message);
    StaffId worker = world.planted.member(World.HARBOR, Role.WORKER).id();
    world.passes(Duration.ofSeconds(5));
    Object verdict =
        world
            .commands(world.store, world.announcer())
            .execute(
                world.scope(),
                only(world).id(),
                new Command.Reply(
                    world.planted.ids().command(worker, "r"),
                    worker,
                    world.conversation(PHONE),
                    new MessageText("on my way"),
                    2));
    Objects.requireNonNull(verdict);
    told(message, 2);

    assertThat(answers()).isEmpty();
  }

  @Test
  void anotherKindOfDangerInAnOpenEpisodeBreaksThrough() {
    var first = danger(world);
    arrive(first, world.text(PHONE, "m2", "crisis still"));
    assertThat(world.published(CrisisReassessed.class)).isEmpty();

    var other = world.text(PHONE, "m3", "crisis, abuse");
    arrive(other);
    arrive(other);

    assertThat(world.published(CrisisReassessed.class).stream().distinct())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.crisisId()).isEqualTo(Derived.crisis(first.messageId()));
              assertThat(event.cause()).isEqualTo(other.messageId());
            });
  }

  private Crisis crisis() {
    return only(world).crises().getFirst();
  }

  /** A page is planned; then nothing, until the sweeper. */
  private static final class Answering implements Scenario<World> {
    @Override
    public String name() {
      return "a first answer";
    }

    @Override
    public World freshWorld() {
      World world = new World();
      world.flow().accept(List.of(World.item(danger(world))));
      world.duty(world.store, world.announcer()).accept(raisedAs(world));
      return world;
    }

    @Override
    public void run(World world, Faults faults) {
      var out = faults.wrap(Announcer.class, world.announcer());
      CaseStore store = BreakingStore.of(world.store, faults);
      EndedElsewhereTest.Offsets offsets =
          faults.wrap(EndedElsewhereTest.Offsets.class, upTo -> world.committed = upTo);
      if (world.committed == 0) {
        world.duty(store, out).accept(List.of(World.item(paged(world, danger(world), 2))));
        offsets.commit(1);
      }
      world.sweeper(store, out).sweep();
    }

    @Override
    public void check(World world) {
      CaseFile file = only(world);
      assertThat(file.outbox().rows()).isEmpty();
      assertThat(file.log().tail()).filteredOn(e -> e.body() instanceof Entry.Sent).hasSize(1);
      assertThat(
              world.published(SendRequested.class).stream()
                  .map(SendRequested::messageId)
                  .distinct())
          .hasSize(1);
    }
  }

  @Test
  void whateverBreaksTheClientIsAnsweredOnce() {
    var report = CrashEnumerator.of(new Answering()).enumerate();

    assertThat(report.calls()).isGreaterThan(5);
  }
}
