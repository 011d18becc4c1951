package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Command;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Ledger;
import org.reachline.cases.core.Page;
import org.reachline.cases.core.Refusal;
import org.reachline.cases.core.Verdict;
import org.reachline.contracts.Derived;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.DeliveryEvent;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.events.OutboundEvent.ConsentChanged;
import org.reachline.contracts.events.OutboundEvent.SendRequested;
import org.reachline.contracts.personal.MessageText;
import org.reachline.trust.Role;

class CaseFlowTest {
  private static final String PHONE = "+15550100401";
  private final World world = new World();
  private final CaseFlow flow = world.flow();

  private void arrive(InboundEvent... events) {
    flow.accept(World.items(List.of(events)));
  }

  private CaseFile only() {
    assertThat(world.store.files.all()).hasSize(1);
    return world.store.files.all().getFirst();
  }

  private long received(CaseFile file) {
    return file.log().tail().stream().filter(e -> e.body() instanceof Entry.Received).count();
  }

  @Test
  void aFirstTextMakesAClientACaseAndAnEntry() {
    arrive(world.text(PHONE, "m1", "hello"));

    CaseFile file = only();
    assertThat(file.log().seq()).isEqualTo(2);
    assertThat(world.published)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("CaseOpened", "MessageRecorded");
  }

  @Test
  void theSameMessageAHundredTimesIsOneEntry() {
    InboundEvent message = world.text(PHONE, "m1", "hello");
    for (int i = 0; i < 100; i++) {
      arrive(message);
    }
    world.passes(Duration.ofDays(30));
    arrive(message);

    assertThat(received(only())).isEqualTo(1);
  }

  @Test
  void fiveTextsInOneSecondAreOneCaseInOrder() {
    List<InboundEvent> five = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      five.add(world.text(PHONE, "m" + i, "text " + i));
    }

    flow.accept(World.items(five));

    assertThat(
            only().log().tail().stream()
                .map(Entry::body)
                .filter(Entry.Received.class::isInstance)
                .map(body -> ((Entry.Received) body).messageId()))
        .containsExactlyElementsOf(five.stream().map(InboundEvent::messageId).toList());
  }

  @Test
  void anyRedeliveryGivesTheSameThreads() {
    for (long seed = 1; seed <= 30; seed++) {
      World calm = new World();
      World rough = new World();
      calm.flow().accept(World.items(story(calm)));
      deliverRoughly(rough, new Random(seed));

      assertThat(threads(rough)).as("seed %s", seed).isEqualTo(threads(calm));
    }
  }

  private static List<InboundEvent> story(World world) {
    List<InboundEvent> events = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String words = List.of("hello", "crisis", "stop", "start", "help").get(i % 5);
      events.add(world.text("+1555010050" + i % 3, "m" + i, words));
    }
    return events;
  }

  /** Batches of any size, each perhaps again, from any earlier offset on. */
  private static void deliverRoughly(World world, Random random) {
    List<InboundEvent> events = story(world);
    CaseFlow flow = world.flow();
    int done = 0;
    while (done < events.size()) {
      int from = random.nextInt(done + 1);
      int to = Math.min(events.size(), done + 1 + random.nextInt(4));
      if (random.nextInt(4) == 0) {
        flow = world.flow();
      }
      flow.accept(World.items(events.subList(from, to)));
      done = to;
    }
  }

  private static List<String> threads(World world) {
    return world.store.files.all().stream()
        .map(
            file ->
                file.id()
                    + " "
                    + file.log().tail().stream()
                        .map(e -> e.seq() + e.body().getClass().getSimpleName())
                        .toList())
        .sorted()
        .toList();
  }

  @Test
  void aCaseClosedThirteenDaysAgoIsReopenedAndOneOfFifteenIsNot() {
    arrive(world.text(PHONE, "m1", "hello"));
    close();
    world.passes(Duration.ofDays(13));
    arrive(world.text(PHONE, "m2", "me again"));
    assertThat(only().closed()).isFalse();
    assertThat(world.published(CaseEvent.CaseReopened.class)).hasSize(1);
    close();
    world.passes(Duration.ofDays(15));

    arrive(world.text(PHONE, "m3", "and again"));

    assertThat(world.store.files.all()).hasSize(2);
  }

  private void close() {
    CaseFile file = world.store.files.all().getFirst();
    Verdict verdict =
        run(
            new Command.Close(
                world.planted.ids().command(worker(), "close" + file.log().seq()),
                worker(),
                "resolved",
                "housed",
                file.log().seq(),
                file.log().seq()));
    assertThat(verdict).isInstanceOf(Verdict.Do.class);
  }

  private Verdict run(Command command) {
    Verdict verdict =
        world
            .commands(world.store, world.announcer())
            .execute(world.scope(), world.store.files.all().getFirst().id(), command);
    return java.util.Objects.requireNonNull(verdict);
  }

  private StaffId worker() {
    return world.planted.member(World.HARBOR, Role.WORKER).id();
  }

  private StaffId supervisor() {
    return world.planted.member(World.HARBOR, Role.SUPERVISOR).id();
  }

  private Command.Reply reply(StaffId by, String key, long seen) {
    return new Command.Reply(
        world.planted.ids().command(by, key),
        by,
        world.conversation(PHONE),
        new MessageText("we are here"),
        seen);
  }

  @Test
  void aReplyIsSentOnceHoweverOftenItIsPosted() {
    arrive(world.text(PHONE, "m1", "hello"));

    run(reply(worker(), "k1", 2));
    Verdict again = run(reply(worker(), "k1", 2));

    assertThat(again).isInstanceOf(Verdict.Already.class);
    assertThat(
            world.published(SendRequested.class).stream().map(SendRequested::messageId).distinct())
        .hasSize(1);
    assertThat(only().log().tail()).hasSize(3);
  }

  @Test
  void aReplyWaitsUntilAColleaguesIsRead() {
    arrive(world.text(PHONE, "m1", "hello"));
    run(reply(supervisor(), "k1", 2));

    Verdict blind = run(reply(worker(), "k2", 2));
    Verdict seeing = run(reply(worker(), "k2", 3));

    assertThat(blind)
        .isInstanceOfSatisfying(
            Verdict.Refused.class, r -> assertThat(r.why()).isEqualTo(Refusal.NEWER));
    assertThat(seeing).isInstanceOf(Verdict.Do.class);
  }

  @Test
  void afterAStopNobodyCanReplyUntilAStart() {
    arrive(world.text(PHONE, "m1", "hello"), world.text(PHONE, "m2", "STOP"));

    Verdict stopped = run(reply(worker(), "k1", 99));
    arrive(world.text(PHONE, "m3", "start"));
    Verdict started = run(reply(worker(), "k2", 99));

    assertThat(stopped)
        .isInstanceOfSatisfying(
            Verdict.Refused.class, r -> assertThat(r.why()).isEqualTo(Refusal.OPTED_OUT));
    assertThat(started).isInstanceOf(Verdict.Do.class);
    assertThat(
            world.published(ConsentChanged.class).stream()
                .map(ConsentChanged::consentSeq)
                .distinct())
        .containsExactly(1L, 2L);
  }

  @Test
  void aStopIsConfirmedOnceAndNotAtAllIfTheProviderHasAnswered() {
    arrive(world.text(PHONE, "m1", "stop"), world.text(PHONE, "m2", "stop"));
    assertThat(world.published(SendRequested.class)).hasSize(1);

    String other = "+15550100402";
    arrive(world.text(other, "n1", "STOP"), world.signal(other, "n1s", ConsentSignal.STOP, true));

    assertThat(world.published(SendRequested.class)).hasSize(1);
    Ledger ledger = World.found(world.store.ledgers, world.scope(), world.conversation(other));
    assertThat(ledger.entries()).hasSize(1);
  }

  @Test
  void aStopEndsNoCrisis() {
    arrive(world.text(PHONE, "m1", "crisis"), world.text(PHONE, "m2", "stop"));

    assertThat(only().inCrisis()).isTrue();
    assertThat(run(closing()))
        .isInstanceOfSatisfying(
            Verdict.Refused.class, r -> assertThat(r.why()).isEqualTo(Refusal.IN_CRISIS));
  }

  private Command.Close closing() {
    return new Command.Close(
        world.planted.ids().command(worker(), "c"), worker(), "resolved", "housed", 99, 99);
  }

  @Test
  void anUnseenMessageKeepsTheCaseOpen() {
    arrive(world.text(PHONE, "m1", "hello"), world.text(PHONE, "m2", "wait"));

    Verdict verdict =
        run(
            new Command.Close(
                world.planted.ids().command(worker(), "c"), worker(), "resolved", "housed", 2, 3));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Refused.class, r -> assertThat(r.why()).isEqualTo(Refusal.UNSEEN));
  }

  @Test
  void aPersonEndsACrisisWithItsWholeEpisode() {
    arrive(world.text(PHONE, "m1", "crisis"), world.text(PHONE, "m2", "crisis worse"));
    assertThat(only().episodes()).hasSize(1);
    assertThat(only().crises()).hasSize(2);

    run(
        new Command.Dispose(
            world.planted.ids().command(worker(), "d"),
            worker(),
            only().crises().getFirst().id(),
            "de-escalated"));

    assertThat(only().inCrisis()).isFalse();
    assertThat(world.published(CrisisEvent.CrisisDisposed.class))
        .hasSize(2)
        .allSatisfy(event -> assertThat(event.outcome()).isEqualTo("de-escalated"));
  }

  @Test
  void anUnreadableSealIsBuriedAndTheRestGoesOn() {
    InboundEvent.MessageReceived good = world.text(PHONE, "m2", "hello");
    InboundEvent.MessageReceived moved =
        new InboundEvent.MessageReceived(
            world.text(PHONE, "m1", "x").messageId(),
            good.conversationId(),
            good.line(),
            "twilio",
            "text",
            good.at(),
            good.at(),
            good.sealed());

    arrive(moved, good);

    assertThat(world.buried).hasSize(1);
    assertThat(world.buried.getFirst().headers()).containsEntry("dl_code", "UNREADABLE");
    assertThat(received(only())).isEqualTo(1);
  }

  @Test
  void editsAndDeletionsAreMarkedAndTheFirstWordsStay() {
    InboundEvent.MessageReceived first = world.text(PHONE, "m1", "hello");
    arrive(first, world.edit(first, "e1", "crisis really"));
    arrive(
        new InboundEvent.MessageDeleted(
            world.text(PHONE, "d1", "").messageId(),
            first.messageId(),
            first.conversationId(),
            first.line(),
            world.now()));

    Entry entry = only().log().tail().get(1);
    Entry.Received received = (Entry.Received) entry.body();
    assertThat(received.changes()).hasSize(2);
    assertThat(received.risk().severity()).isEqualTo(Severity.NONE);
    assertThat(only().inCrisis()).isTrue();
  }

  @Test
  void aFailingDetectorIsNotAssessedAndShown() {
    World broken = new World();
    CaseFlow unread =
        broken.flowReading(
            (_, _, _) -> {
              throw new IllegalStateException("no rules");
            });

    unread.accept(World.items(List.of(broken.text(PHONE, "m1", "hello"))));

    CaseFile file = broken.store.files.all().getFirst();
    assertThat(file.work().waits().unassessed()).isTrue();
    assertThat(broken.published(CaseEvent.MessageRecorded.class).getFirst().severity())
        .isEqualTo(Severity.UNASSESSED);
  }

  @Test
  void aLongThreadIsSealedIntoPagesAndStaysWhole() {
    List<InboundEvent> all = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      InboundEvent one = world.text(PHONE, "m" + i, "text " + i);
      all.add(one);
      arrive(one);
    }
    flow.accept(World.items(all));

    CaseFile file = only();
    List<Long> seqs = new ArrayList<>();
    for (long n = 1; n <= file.log().pages(); n++) {
      World.found(world.store.pages, world.scope(), Page.idOf(file.id(), n))
          .entries()
          .forEach(entry -> seqs.add(entry.seq()));
    }
    file.log().tail().forEach(entry -> seqs.add(entry.seq()));
    assertThat(file.log().tail()).hasSizeLessThan(CaseFile.TAIL_LIMIT + 2);
    assertThat(file.log().pages()).isEqualTo(9);
    assertThat(seqs).isEqualTo(java.util.stream.LongStream.rangeClosed(1, 401).boxed().toList());
  }

  @Test
  void receiptsOnlyMoveForwardAndFindSealedEntries() {
    arrive(world.text(PHONE, "m0", "hello"));
    run(reply(worker(), "k1", 2));
    SendRequested send = world.published(SendRequested.class).getFirst();
    DeliveryFlow delivery = new DeliveryFlow(world.store, world.metrics);
    delivery.accept(List.of(World.item(delivered(send)), World.item(sent(send))));
    assertThat(statusInTail(send)).isEqualTo("DELIVERED");
    for (int i = 1; i < 80; i++) {
      arrive(world.text(PHONE, "m" + i, "text"));
    }

    delivery.accept(
        List.of(
            World.item(
                new DeliveryEvent.Read(
                    send.messageId(),
                    send.conversationId(),
                    send.caseId(),
                    send.clientId(),
                    world.now()))));

    Page page = World.found(world.store.pages, world.scope(), Page.idOf(only().id(), 1));
    assertThat(page.entries())
        .filteredOn(e -> e.is(send.messageId()))
        .extracting(e -> ((Entry.Sent) e.body()).delivery().status().name())
        .containsExactly("READ");
  }

  private String statusInTail(SendRequested send) {
    return only().log().tail().stream()
        .filter(e -> e.is(send.messageId()))
        .map(e -> ((Entry.Sent) e.body()).delivery().status().name())
        .findFirst()
        .orElseThrow();
  }

  private DeliveryEvent sent(SendRequested s) {
    return new DeliveryEvent.Sent(
        s.messageId(), s.conversationId(), s.caseId(), s.clientId(), world.now());
  }

  private DeliveryEvent delivered(SendRequested s) {
    return new DeliveryEvent.Delivered(
        s.messageId(), s.conversationId(), s.caseId(), s.clientId(), world.now());
  }

  @Test
  void newsOfACrisisMayComeBeforeItsCase() {
    InboundEvent.MessageReceived message = world.text(PHONE, "m1", "crisis");
    var crisis = Derived.crisis(message.messageId());
    var raised = new ArrayList<CrisisEvent>();
    world
        .lane(
            new Announcer() {
              @Override
              public void publish(List<? extends org.reachline.contracts.events.Event> events) {
                events.forEach(event -> raised.add((CrisisEvent) event));
              }

              @Override
              public void bury(org.reachline.contracts.wire.Wire letter) {}
            })
        .accept(List.of(World.item(message)));
    DutyFlow duty = world.duty(world.store, world.announcer());
    duty.accept(World.items(raised));
    duty.accept(
        List.of(
            World.item(
                new EscalationEvent.Acknowledged(
                    Derived.escalation(crisis),
                    3,
                    crisis,
                    message.conversationId(),
                    worker(),
                    EscalationEvent.Method.SMS,
                    true,
                    world.now(),
                    world.now()))));

    arrive(message);

    assertThat(only().crises()).hasSize(1);
    assertThat(only().crises().getFirst().duty().holder()).containsExactly(worker());
    assertThat(only().duty()).containsExactly(worker());
  }
}
