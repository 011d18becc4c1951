package org.reachline.notifier.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.crash.Faults;
import org.reachline.contracts.events.DeliveryEvent;
import org.reachline.contracts.events.OutboundEvent;
import org.reachline.contracts.events.ReceiptEvent;
import org.reachline.contracts.events.ReceiptEvent.ReceiptReceived;
import org.reachline.notifier.FakeClock;
import org.reachline.notifier.dispatch.core.Retries;
import org.reachline.notifier.dispatch.core.Send;
import org.reachline.notifier.dispatch.core.Sending.Outcome;
import org.reachline.notifier.dispatch.core.Sending.Report;
import org.reachline.trust.Scope;

/** Everything that outlives the process: ledger, gates, provider, topics, clock. */
final class DispatchWorld implements ClientLine, ListenerOffsets {
  static final Retries RETRIES = new Retries(3, Duration.ofSeconds(2));

  final FakeClock clock = new FakeClock(Samples.ACCEPTED);
  final InMemorySendLedger ledger = new InMemorySendLedger();
  final InMemoryGates gates = new InMemoryGates();
  final InMemoryParkedReceipts parked = new InMemoryParkedReceipts();
  final List<MessageId> arrived = new ArrayList<>();
  final List<DeliveryEvent> topic = new ArrayList<>();
  final Map<MessageId, Queue<Outcome>> script = new HashMap<>();
  final List<OutboundEvent> outbound = new ArrayList<>();
  final List<ReceiptReceived> receipts = new ArrayList<>();
  boolean topicAway;
  boolean tellsReceipts = true;
  private int committed;
  private int committedReceipts;

  record Life(Dispatch dispatch, DueSends due) {}

  Life life(Faults faults) {
    Dispatch.Ports ports =
        new Dispatch.Ports(
            faults.wrap(SendLedger.class, ledger),
            faults.wrap(Gates.class, gates),
            faults.wrap(ParkedReceipts.class, parked),
            faults.wrap(ClientLine.class, this),
            faults.wrap(DeliveryLog.class, this::publish),
            clock);
    Dispatch.Later later =
        (after, work) -> {
          if (after.isZero()) {
            work.run();
          }
        };
    Dispatch dispatch = new Dispatch(ports, Turns.FREE, RETRIES, later, "node", _ -> {});
    return new Life(dispatch, new DueSends(dispatch, ports, later));
  }

  static Scope scope() {
    return Sends.scope(Samples.HARBOR);
  }

  private void publish(List<DeliveryEvent> events) {
    if (topicAway) {
      throw new IllegalStateException("the topic is away");
    }
    topic.addAll(events);
  }

  void next(MessageId id, Outcome outcome) {
    script.computeIfAbsent(id, _ -> new ArrayDeque<>()).add(outcome);
  }

  /** The provider: what it takes reaches a phone, whatever becomes of its answer. */
  @Override
  public Report send(Scope scope, Send send) {
    Queue<Outcome> planned = script.getOrDefault(send.id(), new ArrayDeque<>());
    Outcome outcome = planned.isEmpty() ? new Outcome.Accepted() : planned.remove();
    boolean taken = outcome instanceof Outcome.Accepted || outcome instanceof Outcome.Unknown;
    if (taken) {
      arrived.add(send.id());
      if (tellsReceipts) {
        receipts.add(receipt(send, ReceiptEvent.Status.DELIVERED));
      }
    }
    return new Report(send.tries(), taken ? 1 : 0, taken ? List.of("SM1") : List.of(), outcome);
  }

  ReceiptReceived receipt(Send send, ReceiptEvent.Status status) {
    return new ReceiptReceived(
        send.id(), send.conversation(), send.line(), status, "", clock.now());
  }

  @Override
  public void commit(int upTo) {
    committed = Math.max(committed, upTo);
  }

  @Override
  public void commitReceipts(int upTo) {
    committedReceipts = Math.max(committedReceipts, upTo);
  }

  /** One life: what is on the topics, in two batches, then whatever is due up to a time. */
  void live(Faults faults, Instant end) {
    Life life = life(faults);
    ListenerOffsets offsets = faults.wrap(ListenerOffsets.class, this);
    hearReceipts(life, offsets);
    while (committed < outbound.size()) {
      int to = Math.min(outbound.size(), committed + 2);
      life.dispatch().accept(batch(committed, to));
      offsets.commit(to);
    }
    boolean more = true;
    while (more) {
      hearReceipts(life, offsets);
      life.due().tick();
      Optional<Instant> next = ledger.nextDue().filter(at -> !at.isAfter(end));
      next.ifPresent(this::tickOrWait);
      more = next.isPresent() || committedReceipts < receipts.size();
    }
  }

  private void hearReceipts(Life life, ListenerOffsets offsets) {
    for (int i = committedReceipts; i < receipts.size(); i++) {
      life.dispatch().receipt(scope(), receipts.get(i));
      offsets.commitReceipts(i + 1);
    }
  }

  /** What waits behind another stays due: time passes by ticks then. */
  private void tickOrWait(Instant due) {
    if (due.isAfter(clock.now())) {
      clock.to(due);
    } else {
      clock.advance(Duration.ofMillis(500));
    }
  }

  private List<Dispatch.Request> batch(int from, int to) {
    List<Dispatch.Request> batch = new ArrayList<>();
    for (int i = from; i < to; i++) {
      batch.add(new Dispatch.Request(scope(), outbound.get(i), i));
    }
    return batch;
  }
}
