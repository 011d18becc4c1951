package org.reachline.notifier.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.crash.CrashEnumerator;
import org.reachline.contracts.crash.Faults;
import org.reachline.contracts.crash.History;
import org.reachline.contracts.crash.Mode;
import org.reachline.contracts.crash.Report;
import org.reachline.contracts.crash.Scenario;
import org.reachline.contracts.events.DeliveryEvent;
import org.reachline.contracts.events.OutboundEvent.ConsentChanged;
import org.reachline.contracts.events.OutboundEvent.Purpose;
import org.reachline.contracts.events.OutboundEvent.SendRequested;
import org.reachline.notifier.dispatch.core.Send;
import org.reachline.notifier.dispatch.core.Sending.Outcome;
import org.reachline.notifier.dispatch.core.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every port call of dispatch crashed in every way: nothing sent twice, nothing left unsaid. */
class DispatchCrashTest {
  private static final Logger LOG = LoggerFactory.getLogger(DispatchCrashTest.class);
  private static final int PAIRS = 4_000;
  private static final SendRequested FIRST = service("first");
  private static final SendRequested SECOND = service("second");

  private static SendRequested service(String name) {
    return Sends.request(Samples.HARBOR, name, "someone", Purpose.SERVICE);
  }

  private record Tale(String name, Consumer<DispatchWorld> begin, Consumer<DispatchWorld> end)
      implements Scenario<DispatchWorld> {
    @Override
    public DispatchWorld freshWorld() {
      DispatchWorld world = new DispatchWorld();
      begin.accept(world);
      return world;
    }

    @Override
    public void run(DispatchWorld world, Faults faults) {
      world.live(faults, Samples.ACCEPTED.plus(Duration.ofMinutes(10)));
    }

    @Override
    public void leasesRunOut(DispatchWorld world) {
      world.clock.advance(Duration.ofSeconds(16));
    }

    @Override
    public void check(DispatchWorld world) {
      end.accept(world);
    }

    @Override
    public void check(DispatchWorld world, History history) {
      nothingIsSentTwiceButByTheWireItself(world, history);
      everyRequestHasAnEndThatWasTold(world);
      end.accept(world);
    }

    /** The wire may double what is handed over once; we never hand over a taken one again. */
    private static void nothingIsSentTwiceButByTheWireItself(DispatchWorld world, History history) {
      long doubled = history.count(Mode.TWICE, "clientLine.send");
      for (MessageId id : Set.copyOf(world.arrived)) {
        assertThat(Collections.frequency(world.arrived, id))
            .as("arrivals of one message")
            .isLessThanOrEqualTo((int) (1 + doubled));
      }
    }

    private static void everyRequestHasAnEndThatWasTold(DispatchWorld world) {
      world.outbound.stream()
          .filter(SendRequested.class::isInstance)
          .map(e -> ((SendRequested) e).messageId())
          .forEach(id -> hasAToldEnd(world, id));
    }

    private static void hasAToldEnd(DispatchWorld world, MessageId id) {
      Send send = world.ledger.find(DispatchWorld.scope(), id).orElseThrow();
      assertThat(send.status().isOpen()).as("still open: %s", send).isFalse();
      assertThat(send.outbox()).isEmpty();
      assertThat(world.topic).as("told").anyMatch(e -> e.messageId().equals(id));
    }
  }

  private static void enumerate(
      String name, Consumer<DispatchWorld> begin, Consumer<DispatchWorld> end) {
    Report report =
        CrashEnumerator.of(new Tale(name, begin, end))
            .modes(EnumSet.allOf(Mode.class))
            .pairs(PAIRS)
            .enumerate();
    LOG.info("{}", report);
  }

  private static Status status(DispatchWorld world, SendRequested of) {
    return world.ledger.find(DispatchWorld.scope(), of.messageId()).orElseThrow().status();
  }

  @Test
  void twoMessagesAndTheirReceipts() {
    enumerate(
        "two messages",
        world -> world.outbound.addAll(List.of(FIRST, SECOND)),
        world -> {
          assertThat(status(world, FIRST)).isIn(Status.DELIVERED, Status.UNCERTAIN);
          assertThat(status(world, SECOND)).isIn(Status.DELIVERED, Status.UNCERTAIN);
        });
  }

  @Test
  void aStopBetweenTwoMessages() {
    ConsentChanged stop =
        new ConsentChanged(FIRST.conversationId(), Set.of(Purpose.SERVICE), 1, FIRST.at());
    enumerate(
        "stop between",
        world -> world.outbound.addAll(List.of(FIRST, stop, SECOND)),
        world -> {
          assertThat(world.arrived).doesNotContain(SECOND.messageId());
          assertThat(status(world, SECOND)).isEqualTo(Status.REFUSED);
        });
  }

  @Test
  void aStopAndAStartBeforeAMessage() {
    ConsentChanged stop =
        new ConsentChanged(FIRST.conversationId(), Set.of(Purpose.SERVICE), 1, FIRST.at());
    ConsentChanged start = new ConsentChanged(FIRST.conversationId(), Set.of(), 2, FIRST.at());
    enumerate(
        "stop, refused, start, sent",
        world -> world.outbound.addAll(List.of(stop, FIRST, start, SECOND)),
        world -> {
          assertThat(status(world, FIRST)).isEqualTo(Status.REFUSED);
          assertThat(status(world, SECOND)).isIn(Status.DELIVERED, Status.UNCERTAIN);
        });
  }

  @Test
  void aBusyProviderThenALostAnswer() {
    enumerate(
        "busy, then lost",
        world -> {
          world.outbound.addAll(List.of(FIRST, SECOND));
          world.next(FIRST.messageId(), new Outcome.Again(Duration.ZERO, "20429"));
          world.next(SECOND.messageId(), new Outcome.Unknown());
          world.tellsReceipts = false;
        },
        world -> {
          assertThat(status(world, FIRST)).isIn(Status.SENT, Status.UNCERTAIN);
          assertThat(status(world, SECOND)).isIn(Status.SENT, Status.UNCERTAIN);
        });
  }

  @Test
  void aReceiptBeforeItsMessage() {
    enumerate(
        "early receipt",
        world -> {
          Send early = Send.planned(FIRST, 0, world.clock.now());
          world.receipts.add(
              world.receipt(early, org.reachline.contracts.events.ReceiptEvent.Status.DELIVERED));
          world.outbound.add(FIRST);
        },
        world -> {
          assertThat(world.arrived).as("the provider has it already").isEmpty();
          assertThat(world.topic).hasAtLeastOneElementOfType(DeliveryEvent.Delivered.class);
        });
  }
}
