package org.reachline.notifier.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.reachline.contracts.ConversationId;
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

/** One conversation's messages, one after the other: gate, turn, fence, call, record. */
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final Dispatch.Ports ports;
  private final Turns turns;
  private final Retries retries;
  private final String node;
  private final SendChanges changes;
  private final Outcomes outcomes;
  private final Again again;
  private final AtomicLong calls = new AtomicLong();

  /** Runs the lane again when its turn may have come. */
  interface Again {
    void run(Duration after, Scope scope, ConversationId whose);
  }

  Lane(
      Dispatch.Ports ports,
      Turns turns,
      Retries retries,
      String node,
      SendChanges changes,
      Outcomes outcomes,
      Again again) {
    this.ports = ports;
    this.turns = turns;
    this.retries = retries;
    this.node = node;
    this.changes = changes;
    this.outcomes = outcomes;
    this.again = again;
  }

  /** Sends what is due, in order. */
  void run(Scope scope, ConversationId whose) {
    for (Send send : ports.ledger().open(scope, whose)) {
      Send after = step(scope, send);
      outcomes.publish(scope, after);
      if (after.status().isOpen()) {
        return; // the next ones wait behind it
      }
    }
  }

  private Send step(Scope scope, Send send) {
    if (send.status() == Status.SENDING) {
      return changes.make(scope, send.id(), Sending::expire);
    }
    if (send.dueAt().isAfter(ports.clock().now())) {
      return send;
    }
    return gate(scope, send).passes(send.purpose())
        ? inTurn(scope, send)
        : changes.make(scope, send.id(), (s, now) -> Sending.refuse(s, "gate", now));
  }

  private Gate gate(Scope scope, Send send) {
    ConversationId whose = send.conversation();
    return ports.gates().of(scope, List.of(whose)).getOrDefault(whose, Gate.OPEN);
  }

  private Send inTurn(Scope scope, Send send) {
    Duration wait = turns.take(send.line());
    if (!wait.isZero()) {
      again.run(wait, scope, send.conversation());
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
    Send sending = changes.make(scope, send.id(), (s, now) -> Sending.start(s, owner, now));
    if (!sending.isSendingBy(owner)) {
      return sending;
    }
    Report report = call(scope, sending);
    return changes.make(scope, send.id(), (s, now) -> Sending.report(s, report, retries, now));
  }

  private Report call(Scope scope, Send sending) {
    try {
      return ports.line().send(scope, sending);
    } catch (RuntimeException surprise) { // whether it left, nobody knows
      LOG.error("message {}: the call failed: {}", sending.id(), surprise.getClass().getName());
      return new Report(sending.tries(), sending.done(), List.of(), new Outcome.Unknown());
    }
  }
}
