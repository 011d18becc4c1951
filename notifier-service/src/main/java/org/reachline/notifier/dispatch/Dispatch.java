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
import org.reachline.trust.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message to a client: in order, to the line they wrote to, once. Start reading here.
 *
 * <p>{@link #accept} makes requests durable, in order with the consent that stands before them;
 * {@link #work} sends what is due of one conversation, one after the other ({@link Lane}); {@link
 * #receipt} hears what became of it. Nothing waits in a listener: what has to wait lies in the
 * ledger with its time.
 */
public final class Dispatch {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  private final Ports ports;
  private final Later later;
  private final SendChanges changes;
  private final Outcomes outcomes;
  private final Lane lane;
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
    this.later = later;
    this.changes = new SendChanges(ports, changed);
    this.outcomes = new Outcomes(ports, changes);
    this.lane = new Lane(ports, turns, retries, node, changes, outcomes, this::laterOn);
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
    changes.make(scope, id, (s, now) -> Sending.receive(s, receipt.status(), receipt.code(), now));
    tellSoon(scope, id);
  }

  private void tellSoon(Scope scope, MessageId id) {
    later.run(Duration.ZERO, () -> quietly(() -> publish(scope, id)));
  }

  private void laterOn(Duration after, Scope scope, ConversationId whose) {
    later.run(after, () -> quietly(() -> work(scope, whose)));
  }

  private void soon(Scope scope, ConversationId whose) {
    laterOn(Duration.ZERO, scope, whose);
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
        lane.run(scope, whose);
        through = lanes.remove(whose, false);
      }
    } finally {
      if (!through) {
        lanes.remove(whose);
      }
    }
  }

  /** Puts what is to be told on the topic. While that is away, it waits in the ledger. */
  public void publish(Scope scope, MessageId id) {
    outcomes.publish(scope, id);
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException later) { // it is in the ledger, and due
      LOG.warn("a conversation is worked on again soon: {}", later.getClass().getName());
    }
  }
}
