package org.reachline.notifier.oncall;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.reachline.contracts.EscalationId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.CrisisEvent.CrisisDisposed;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.contracts.events.CrisisEvent.CrisisReassessed;
import org.reachline.notifier.StoreClock;
import org.reachline.notifier.oncall.core.Answer;
import org.reachline.notifier.oncall.core.Change;
import org.reachline.notifier.oncall.core.Concern;
import org.reachline.notifier.oncall.core.Escalating;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.trust.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A crisis pages, and if nobody answers the next person, until somebody takes it. Start reading
 * here.
 *
 * <p>{@link #heard} makes a crisis durable ({@link Opening}) and {@link #work} does what is due:
 * plan, page ({@link Paging}), tell the topic ({@link Relay}). {@link #apply} is every other way
 * in: an answer, a receipt, a button. Each step is one compare-and-set of one document ({@link
 * Changes}), decided by {@link Escalating}; a node that dies leaves nothing that another one does
 * not find due.
 */
public final class Escalations {
  private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);
  private static final int MOST_ROUNDS = 20;

  private final Ports ports;
  private final Executor background;
  private final String node;
  private final Changes changes;
  private final Opening opening;
  private final Paging paging;
  private final Relay relay;
  private final AtomicLong works = new AtomicLong();

  /** All that an escalation touches. */
  public record Ports(
      EscalationStore store, PageCodes codes, StaffLine line, EscalationLog log, StoreClock clock) {
    public Ports {
      requireNonNull(store);
      requireNonNull(codes);
      requireNonNull(line);
      requireNonNull(log);
      requireNonNull(clock);
    }
  }

  /** Told after every durable change: the live pages, the meters. */
  public interface Changed {
    void changed(Escalation was, Escalation is);
  }

  /**
   * @param background runs what need not be waited for; on the caller's thread in tests
   * @param node this process, for leases
   */
  public Escalations(
      Ports ports,
      Policies policies,
      PageWords words,
      Executor background,
      RandomGenerator random,
      String node,
      Changed changed) {
    this.ports = ports;
    this.background = background;
    this.node = node;
    this.changes = new Changes(ports, changed);
    this.opening = new Opening(ports, policies, random, changes);
    this.paging = new Paging(ports, words, background, changes);
    this.relay = new Relay(ports, changes);
  }

  /** A crisis event: opened, merged or closed, and durable when this returns. */
  public void heard(Scope scope, CrisisEvent event) {
    switch (event) {
      case CrisisRaised e -> found(scope, e, concern(e));
      case CrisisReassessed e ->
          found(
              scope,
              e,
              new Concern(e.crisisId(), e.conversationId(), e.category(), e.severity(), e.at()));
      case CrisisDisposed e ->
          ports.store().byKey(scope, e.crisisId().value()).stream()
              .filter(Escalation::live)
              .forEach(live -> apply(scope, live.id(), disposed(e)));
    }
  }

  private void found(Scope scope, CrisisEvent event, Concern concern) {
    opening.found(scope, event, concern).forEach(id -> soon(scope, id));
  }

  private static Concern concern(CrisisRaised e) {
    return new Concern(
        e.crisisId(),
        e.conversationId(),
        e.category(),
        e.severity(),
        e.language(),
        e.safeContact(),
        e.at(),
        Set.of());
  }

  private static Input disposed(CrisisDisposed e) {
    return new Input.Disposed(e.crisisId(), e.by(), e.outcome());
  }

  /** Anything else that happens to an escalation. The answer holds: its write is durable. */
  public Answer apply(Scope scope, EscalationId id, Input input) {
    Change change = changes.make(scope, id, input);
    if (change.changed()) {
      soon(scope, id);
    }
    return change.answer();
  }

  /** Does whatever is due: one node at a time, the others find it leased. */
  public void work(Scope scope, EscalationId id) {
    String owner = node + "/" + works.incrementAndGet();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Input claim = new Input.Work(owner, unreachable(scope, id));
      Change claimed = changes.make(scope, id, claim);
      if (claimed.answer() instanceof Answer.Refused) {
        return;
      }
      long token = claimed.next().lease().token();
      paging.askAll(scope, claimed.next());
      paging.sendAll(scope, claimed.next(), token);
      Input done = new Input.Released(token);
      if (!(changes.make(scope, id, done).answer() instanceof Answer.Refused)) {
        break;
      }
    }
    background.execute(() -> quietly(() -> relay.relay(scope, id), id));
  }

  private Set<StaffId> unreachable(Scope scope, EscalationId id) {
    return ports
        .store()
        .find(scope, id)
        .map(e -> e.policy().everyone())
        .map(all -> ports.line().unreachable(scope, all))
        .orElse(Set.of());
  }

  private void soon(Scope scope, EscalationId id) {
    background.execute(() -> quietly(() -> work(scope, id), id));
  }

  /** What fails here is due and found by the loop: said, not thrown at whoever caused it. */
  private static void quietly(Runnable work, EscalationId id) {
    try {
      work.run();
    } catch (RuntimeException later) {
      LOG.warn("escalation {} is worked on again soon: {}", id, later.getClass().getName());
    }
  }
}
