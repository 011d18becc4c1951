package org.reachline.notifier.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.OutboundEvent;
import org.reachline.contracts.events.OutboundEvent.ConsentChanged;
import org.reachline.contracts.events.OutboundEvent.SendRequested;
import org.reachline.contracts.events.ReceiptEvent.ReceiptReceived;
import org.reachline.notifier.StoreClock;
import org.reachline.notifier.dispatch.ParkedReceipts.Parked;
import org.reachline.notifier.dispatch.core.Gate;
import org.reachline.notifier.dispatch.core.Retries;
import org.reachline.notifier.dispatch.core.Send;
import org.reachline.notifier.dispatch.core.Sending;
import org.reachline.notifier.dispatch.core.Sending.Outcome;
import org.reachline.notifier.dispatch.core.Sending.Report;
import org.reachline.notifier.dispatch.core.Status;
import org.reachline.trust.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message to a client: in order, to the line they wrote to, once. Start reading here.
 *
 * <p>{@link #accept} makes requests durable, in order with the consent that stands before them;
 * {@link #work} sends what is due of one conversation, one after the other; {@link #receipt} hears
 * what became of it. Nothing waits in a listener: what has to wait lies in the ledger with its
 * time.
 */
public final class Dispatch {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
  private static final int MOST_COLLISIONS = 50;

  private final Ports ports;
  private final Turns turns;
  private final Retries retries;
  private final Later later;
  private final String node;
  private final Changed changed;
  private final AtomicLong calls = new AtomicLong();
  private final Map<ConversationId, Boolean> lanes = new ConcurrentHashMap<>();

  /** All that a message touches. */
  public record Ports(
      SendLedger ledger,
      Gates gates,
      ParkedReceipts parked,
      ClientLine line,
      DeliveryLog log,
      StoreClock clock) {
    public Ports {
      requireNonNull(ledger);
      requireNonNull(gates);
      requireNonNull(parked);
      requireNonNull(line);
      requireNonNull(log);
      requireNonNull(clock);
    }
  }

  /** Runs something after a while; on the caller's thread, if ever, in tests. */
  public interface Later {
    void run(Duration after, Runnable work);
  }

  /** Told after every durable change, for the meters. */
  public interface Changed {
    void changed(Send is);
  }

  /**
   * One record of the topic.
   *
   * @param order its place in its partition
   */
  public record Request(Scope scope, OutboundEvent event, long order) {
    public Request {
      requireNonNull(scope);
      requireNonNull(event);
    }
  }

  public Dispatch(
      Ports ports, Turns turns, Retries retries, Later later, String node, Changed changed) {
    this.ports = ports;
    this.turns = turns;
    this.retries = retries;
    this.later = later;
    this.node = node;
    this.changed = changed;
  }

  /** Records in the order of their partition; all are durable when this returns. */
  public void accept(List<Request> batch) {
    Map<AgencyId, List<Request>> byAgency = new LinkedHashMap<>();
    batch.forEach(r -> byAgency.computeIfAbsent(r.scope().agency(), _ -> new ArrayList<>()).add(r));
    byAgency.values().forEach(own -> accept(own.getFirst().scope(), own));
  }

  private void accept(Scope scope, List<Request> batch) {
    Set<ConversationId> conversations = new LinkedHashSet<>();
    batch.forEach(r -> conversations.add(r.event().conversationId()));
    Map<ConversationId, Gate> gates = new HashMap<>(ports.gates().of(scope, conversations));
    Map<ConversationId, Gate> moved = new LinkedHashMap<>();
    Set<MessageId> known = ports.ledger().known(scope, sends(batch));
    List<Send> planned = new ArrayList<>();
    for (Request request : batch) {
      ConversationId whose = request.event().conversationId();
      Gate gate = gates.getOrDefault(whose, Gate.OPEN);
      switch (request.event()) {
        case ConsentChanged change -> {
          gates.put(whose, gate.after(change));
          moved.put(whose, gate.after(change));
        }
        case SendRequested send when known.add(send.messageId()) ->
            planned.add(judged(send, request.order(), gate));
        case SendRequested _ -> {} // redelivered
      }
    }
    ports.ledger().insertAll(scope, planned); // before the gates: a replay must judge by the same
    ports.gates().putAll(scope, moved);
    unpark(scope, sends(batch));
    planned.stream().filter(send -> !send.status().isOpen()).forEach(s -> tellSoon(scope, s.id()));
    conversations.forEach(whose -> soon(scope, whose));
  }

  private static List<MessageId> sends(List<Request> batch) {
    return batch.stream()
        .map(Request::event)
        .filter(SendRequested.class::isInstance)
        .map(e -> ((SendRequested) e).messageId())
        .toList();
  }

  private Send judged(SendRequested request, long order, Gate gate) {
    Instant now = ports.clock().now();
    Send send = Send.planned(request, order, now);
    return gate.passes(send.purpose()) ? send : Sending.refuse(send, "gate", now);
  }

  /** What the provider says became of a message. One that comes too early is parked. */
  public void receipt(Scope scope, ReceiptReceived receipt) {
    Parked parked =
        new Parked(receipt.messageId(), receipt.status(), receipt.providerCode(), receipt.at());
    if (ports.ledger().find(scope, receipt.messageId()).isEmpty()) {
      ports.parked().park(scope, parked);
    }
    ports
        .ledger()
        .find(scope, receipt.messageId())
        .ifPresent(send -> received(scope, send.id(), parked));
  }

  /** Of a redelivered batch too: the life before may have died between the two. */
  private void unpark(Scope scope, List<MessageId> ids) {
    ports.parked().of(scope, ids).forEach(parked -> received(scope, parked.id(), parked));
  }

  private void received(Scope scope, MessageId id, Parked receipt) {
    change(scope, id, (s, now) -> Sending.receive(s, receipt.status(), receipt.code(), now));
    tellSoon(scope, id);
  }

  private void tellSoon(Scope scope, MessageId id) {
    later.run(Duration.ZERO, () -> quietly(() -> publish(scope, id)));
  }

  private void soon(Scope scope, ConversationId whose) {
    later.run(Duration.ZERO, () -> quietly(() -> work(scope, whose)));
  }

  /** Sends what is due of one conversation, in order; one caller at a time does it for all. */
  public void work(Scope scope, ConversationId whose) {
    if (lanes.put(whose, true) != null) {
      return; // whoever is at it looks again
    }
    boolean through = false;
    try {
      while (!through) {
        lanes.put(whose, false);
        lane(scope, whose);
        through = lanes.remove(whose, false);
      }
    } finally {
      if (!through) {
        lanes.remove(whose);
      }
    }
  }

  private void lane(Scope scope, ConversationId whose) {
    for (Send send : ports.ledger().open(scope, whose)) {
      Send after = step(scope, send);
      publish(scope, after);
      if (after.status().isOpen()) {
        return; // the next ones wait behind it
      }
    }
  }

  private Send step(Scope scope, Send send) {
    if (send.status() == Status.SENDING) {
      return change(scope, send.id(), Sending::expire);
    }
    if (send.dueAt().isAfter(ports.clock().now())) {
      return send;
    }
    Gate gate =
        ports
            .gates()
            .of(scope, List.of(send.conversation()))
            .getOrDefault(send.conversation(), Gate.OPEN);
    return gate.passes(send.purpose())
        ? inTurn(scope, send)
        : change(scope, send.id(), (s, now) -> Sending.refuse(s, "gate", now));
  }

  private Send inTurn(Scope scope, Send send) {
    Duration wait = turns.take(send.line());
    if (!wait.isZero()) {
      later.run(wait, () -> quietly(() -> work(scope, send.conversation())));
      return send;
    }
    try {
      return sendNow(scope, send);
    } finally {
      turns.giveBack(send.line());
    }
  }

  /** Fence, call, record. A death in between leaves SENDING, which becomes uncertain in time. */
  private Send sendNow(Scope scope, Send send) {
    String owner = node + "/" + calls.incrementAndGet();
    Send sending = change(scope, send.id(), (s, now) -> Sending.start(s, owner, now));
    if (!sending.isSendingBy(owner)) {
      return sending;
    }
    Report report = call(scope, sending);
    return change(scope, send.id(), (s, now) -> Sending.report(s, report, retries, now));
  }

  private Report call(Scope scope, Send sending) {
    try {
      return ports.line().send(scope, sending);
    } catch (RuntimeException surprise) { // whether it left, nobody knows
      LOG.error("message {}: the call failed: {}", sending.id(), surprise.getClass().getName());
      return new Report(sending.tries(), sending.done(), List.of(), new Outcome.Unknown());
    }
  }

  /** Puts what is to be told on the topic. While that is away, it waits in the ledger. */
  public void publish(Scope scope, MessageId id) {
    ports.ledger().find(scope, id).ifPresent(send -> publish(scope, send));
  }

  private void publish(Scope scope, Send send) {
    if (send.outbox().isEmpty()) {
      return;
    }
    try {
      ports.log().publish(send.outbox());
    } catch (RuntimeException away) {
      LOG.warn("message {}: its outcome waits: {}", send.id(), away.getClass().getName());
      change(scope, send.id(), Sending::untold);
      return;
    }
    change(scope, send.id(), (s, _) -> Sending.told(s, send.outbox()));
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException later) { // it is in the ledger, and due
      LOG.warn("a conversation is worked on again soon: {}", later.getClass().getName());
    }
  }

  private Send change(Scope scope, MessageId id, BiFunction<Send, Instant, Send> change) {
    for (int i = 0; i < MOST_COLLISIONS; i++) {
      Send was = ports.ledger().find(scope, id).orElseThrow();
      Send next = change.apply(was, ports.clock().now());
      if (next.equals(was)) {
        return was;
      }
      if (ports.ledger().replace(scope, next)) {
        changed.changed(next);
        return next.written(was.v() + 1);
      }
    }
    throw new Contended(id);
  }
}
