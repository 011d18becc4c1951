package org.reachline.notifier.oncall;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.reachline.contracts.Derived;
import org.reachline.contracts.EscalationId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.CrisisEvent.CrisisDisposed;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.contracts.events.CrisisEvent.CrisisReassessed;
import org.reachline.notifier.StoreClock;
import org.reachline.notifier.oncall.core.Answer;
import org.reachline.notifier.oncall.core.Attempt;
import org.reachline.notifier.oncall.core.Change;
import org.reachline.notifier.oncall.core.Concern;
import org.reachline.notifier.oncall.core.Escalating;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.notifier.oncall.core.Input.Outcome;
import org.reachline.notifier.oncall.core.PageCode;
import org.reachline.notifier.oncall.core.Policy;
import org.reachline.notifier.oncall.core.Timing;
import org.reachline.trust.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A crisis pages, and if nobody answers the next person, until somebody takes it. Start reading
 * here.
 *
 * <p>{@link #heard} makes a crisis durable and {@link #work} does what is due: plan, fence, call,
 * record, relay. {@link #apply} is every other way in: an answer, a receipt, a button. Each step is
 * one compare-and-set of one document, decided by {@link Escalating}; a node that dies leaves
 * nothing that another one does not find due.
 */
public final class Escalations {
  private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);
  private static final int MOST_COLLISIONS = 50;
  private static final int MOST_ROUNDS = 20;

  private final Ports ports;
  private final Policies policies;
  private final PageWords words;
  private final Executor background;
  private final RandomGenerator random;
  private final String node;
  private final Changed changed;
  private final AtomicLong works = new AtomicLong();
  private final Set<EscalationId> relaying = ConcurrentHashMap.newKeySet();

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
    this.policies = policies;
    this.words = words;
    this.background = background;
    this.random = random;
    this.node = node;
    this.changed = changed;
  }

  /** A crisis event: opened, merged or closed, and durable when this returns. */
  public void heard(Scope scope, CrisisEvent event) {
    switch (event) {
      case CrisisRaised e ->
          found(
              scope,
              e,
              new Concern(e.crisisId(), e.conversationId(), e.category(), e.severity(), e.at()));
      case CrisisReassessed e ->
          found(
              scope,
              e,
              new Concern(e.crisisId(), e.conversationId(), e.category(), e.severity(), e.at()));
      case CrisisDisposed e ->
          ports.store().byKey(scope, e.crisisId().value()).stream()
              .filter(Escalation::live)
              .forEach(live -> apply(scope, live.id(), new Input.Closed(e.by(), e.outcome())));
    }
  }

  /** Anything else that happens to an escalation. The answer holds: its write is durable. */
  public Answer apply(Scope scope, EscalationId id, Input input) {
    Change change = change(scope, id, input);
    if (change.changed()) {
      soon(scope, id);
    }
    return change.answer();
  }

  /** Does whatever is due: one node at a time, the others find it leased. */
  public void work(Scope scope, EscalationId id) {
    String owner = node + "/" + works.incrementAndGet();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Change claimed = change(scope, id, new Input.Work(owner, unreachable(scope, id)));
      if (claimed.answer() instanceof Answer.Refused) {
        return;
      }
      long token = claimed.next().lease().token();
      sendAll(scope, claimed.next(), token);
      if (!(change(scope, id, new Input.Released(token)).answer() instanceof Answer.Refused)) {
        break;
      }
    }
    relaySoon(scope, id);
  }

  private void found(Scope scope, CrisisEvent event, Concern concern) {
    if (!concern.severity().pages()) {
      return; // people see it on the queue; it wakes nobody
    }
    for (int i = 0; i < MOST_COLLISIONS; i++) {
      if (isKnown(scope, event) || merge(scope, event, concern) || open(scope, event, concern)) {
        return;
      }
    }
    throw new Contended(event.crisisId().value());
  }

  /** Redelivered, perhaps long after it was closed: pages nobody, but finishes what was begun. */
  private boolean isKnown(Scope scope, CrisisEvent event) {
    List<Escalation> known = ports.store().byKey(scope, event.eventId());
    known.forEach(e -> soon(scope, e.id()));
    return !known.isEmpty();
  }

  private boolean merge(Scope scope, CrisisEvent event, Concern concern) {
    var live = ports.store().liveOf(scope, concern.conversationId());
    Input merged = new Input.Merged(keys(event), concern.severity());
    return live.map(e -> apply(scope, e.id(), merged))
        .filter(answer -> !(answer instanceof Answer.Over))
        .isPresent();
  }

  private boolean open(Scope scope, CrisisEvent event, Concern concern) {
    Policy policy = policies.of(scope.agency()).orElseThrow(() -> new NoPolicy(scope.agency()));
    Instant now = ports.clock().now();
    EscalationId id = newId(scope, event);
    Escalation opened =
        Escalating.open(id, concern, keys(event), newCode(scope, id, now), policy, now);
    boolean mine = ports.store().insert(scope, opened);
    if (mine) {
      changed.changed(opened, opened);
      soon(scope, id);
    }
    return mine;
  }

  private EscalationId newId(Scope scope, CrisisEvent event) {
    EscalationId first = Derived.escalation(event.crisisId());
    return ports.store().find(scope, first).isEmpty()
        ? first
        : new EscalationId(Derived.of(first, "again", event.eventId()));
  }

  private String newCode(Scope scope, EscalationId id, Instant now) {
    for (int i = 0; i < MOST_COLLISIONS; i++) {
      String code = PageCode.random(random);
      if (ports.codes().reserve(scope, code, id, now)) {
        return code;
      }
    }
    throw new Contended(id.value());
  }

  private static Set<String> keys(CrisisEvent event) {
    return Set.of(event.eventId(), event.crisisId().value());
  }

  private Set<StaffId> unreachable(Scope scope, EscalationId id) {
    return ports
        .store()
        .find(scope, id)
        .map(e -> e.policy().everyone())
        .map(all -> ports.line().unreachable(scope, all))
        .orElse(Set.of());
  }

  private void sendAll(Scope scope, Escalation planned, long token) {
    List<CompletableFuture<Void>> sends = new ArrayList<>();
    for (Attempt attempt : planned.sendable(ports.clock().now())) {
      sends.add(
          CompletableFuture.runAsync(() -> send(scope, planned.id(), attempt, token), background));
    }
    sends.forEach(CompletableFuture::join);
  }

  /** Fence, guard, call, record. A death in between leaves SENDING, which its deadline settles. */
  private void send(Scope scope, EscalationId id, Attempt planned, long token) {
    long before = System.nanoTime();
    Change fenced = change(scope, id, new Input.Fenced(planned.id(), token));
    if (fenced.answer() instanceof Answer.Refused) {
      return;
    }
    Attempt attempt = fenced.next().attempt(planned.id()).orElseThrow();
    if (isStale(attempt, before)) {
      return;
    }
    Outcome outcome = call(scope, fenced.next(), attempt);
    change(scope, id, new Input.Reported(attempt.id(), attempt.tries(), outcome));
  }

  /** By either clock: one of them may have stood still while the process was frozen. */
  private boolean isStale(Attempt attempt, long before) {
    Duration monotonic = Duration.ofNanos(System.nanoTime() - before);
    Duration stored = Duration.between(attempt.at(), ports.clock().now());
    return monotonic.compareTo(Timing.FENCE_VALID) > 0 || stored.compareTo(Timing.FENCE_VALID) > 0;
  }

  private Outcome call(Scope scope, Escalation e, Attempt attempt) {
    try {
      return ports
          .line()
          .send(
              scope,
              new StaffLine.Text(
                  e.policy().line(), attempt.staff(), attempt.pageId(), words.of(e, attempt)));
    } catch (RuntimeException surprise) { // whether it left, nobody knows
      LOG.error("page {}: the call failed: {}", attempt.pageId(), surprise.getClass().getName());
      return new Outcome.Unknown();
    }
  }

  /** Puts the log on the topic, in order. While the topic is away it waits in the document. */
  void relay(Scope scope, EscalationId id) {
    if (!relaying.add(id)) {
      return; // whoever is at it looks again before leaving
    }
    try {
      for (int round = 0; round < MOST_ROUNDS; round++) {
        var log = ports.store().find(scope, id).map(Escalation::log).orElse(List.of());
        if (log.isEmpty()) {
          return;
        }
        ports.log().publish(log);
        change(scope, id, new Input.Relayed(log.getLast().seq()));
      }
    } catch (RuntimeException away) {
      LOG.warn("escalation {}: its log waits: {}", id, away.getClass().getName());
      change(scope, id, new Input.RelayFailed());
    } finally {
      relaying.remove(id);
    }
  }

  private void soon(Scope scope, EscalationId id) {
    background.execute(() -> quietly(() -> work(scope, id), id));
  }

  private void relaySoon(Scope scope, EscalationId id) {
    background.execute(() -> quietly(() -> relay(scope, id), id));
  }

  /** What fails here is due and found by the loop: said, not thrown at whoever caused it. */
  private static void quietly(Runnable work, EscalationId id) {
    try {
      work.run();
    } catch (RuntimeException later) {
      LOG.warn("escalation {} is worked on again soon: {}", id, later.getClass().getName());
    }
  }

  private Change change(Scope scope, EscalationId id, Input input) {
    for (int i = 0; i < MOST_COLLISIONS; i++) {
      Escalation was = ports.store().find(scope, id).orElseThrow(() -> new Contended(id.value()));
      Change change = Escalating.apply(was, input, ports.clock().now());
      if (!change.changed()) {
        return change;
      }
      if (ports.store().replace(scope, change.next())) {
        changed.changed(was, change.next());
        return new Change(change.next().written(was.v() + 1), true, change.answer());
      }
    }
    throw new Contended(id.value());
  }
}
