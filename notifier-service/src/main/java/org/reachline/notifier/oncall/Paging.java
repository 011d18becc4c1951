package org.reachline.notifier.oncall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.reachline.contracts.EscalationId;
import org.reachline.notifier.oncall.core.Answer;
import org.reachline.notifier.oncall.core.Attempt;
import org.reachline.notifier.oncall.core.Change;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.notifier.oncall.core.Input.Outcome;
import org.reachline.notifier.oncall.core.Input.Whereabouts;
import org.reachline.notifier.oncall.core.Timing;
import org.reachline.trust.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The texts of one escalation that are due, each fenced, called and recorded. */
final class Paging {
  private static final Logger LOG = LoggerFactory.getLogger(Paging.class);

  private static final Duration TWINS = Duration.ofMinutes(2);

  private final Escalations.Ports ports;
  private final PageWords words;
  private final Executor background;
  private final Changes changes;

  Paging(Escalations.Ports ports, PageWords words, Executor background, Changes changes) {
    this.ports = ports;
    this.words = words;
    this.background = background;
    this.changes = changes;
  }

  /** All that may leave now, side by side; returns when each has an outcome or failed. */
  void sendAll(Scope scope, Escalation planned, long token) {
    List<CompletableFuture<Void>> sends = new ArrayList<>();
    for (Attempt attempt : planned.sendable(ports.clock().now())) {
      sends.add(
          CompletableFuture.runAsync(() -> send(scope, planned.id(), attempt, token), background));
    }
    sends.forEach(CompletableFuture::join);
  }

  /** Asks the provider about every text nobody knows the fate of. */
  void askAll(Scope scope, Escalation planned) {
    for (Attempt attempt : planned.askable(ports.clock().now())) {
      Whereabouts found = ask(scope, planned, attempt);
      Input asked = new Input.Asked(attempt.id(), attempt.tries(), found);
      changes.make(scope, planned.id(), asked);
    }
  }

  private Whereabouts ask(Scope scope, Escalation e, Attempt attempt) {
    if (hasATwin(e, attempt)) {
      return Whereabouts.CANNOT_SAY;
    }
    try {
      return ports.line().find(scope, text(e, attempt), attempt.plannedAt());
    } catch (RuntimeException surprise) {
      LOG.warn(
          "page {}: nobody could be asked: {}", attempt.pageId(), surprise.getClass().getName());
      return Whereabouts.CANNOT_SAY;
    }
  }

  /**
   * Another text of the same words to the same person, so close that it would be taken for this.
   */
  private static boolean hasATwin(Escalation e, Attempt attempt) {
    Instant from = attempt.plannedAt().minus(TWINS);
    return e.attempts().stream()
        .anyMatch(
            other ->
                !other.id().equals(attempt.id())
                    && other.kind() == attempt.kind()
                    && other.staff().equals(attempt.staff())
                    && other.tries() > 0
                    && other.at().isAfter(from));
  }

  /** Fence, guard, call, record. A death in between leaves SENDING, which its deadline settles. */
  private void send(Scope scope, EscalationId id, Attempt planned, long token) {
    long before = System.nanoTime();
    Change fenced = changes.make(scope, id, new Input.Fenced(planned.id(), token));
    if (fenced.answer() instanceof Answer.Refused) {
      return;
    }
    Attempt attempt = fenced.next().attempt(planned.id()).orElseThrow();
    if (isStale(attempt, before)) {
      return;
    }
    Outcome outcome = call(scope, fenced.next(), attempt);
    changes.make(scope, id, new Input.Reported(attempt.id(), attempt.tries(), outcome));
  }

  /** By either clock: one of them may have stood still while the process was frozen. */
  private boolean isStale(Attempt attempt, long before) {
    Duration monotonic = Duration.ofNanos(System.nanoTime() - before);
    Duration stored = Duration.between(attempt.at(), ports.clock().now());
    return monotonic.compareTo(Timing.FENCE_VALID) > 0 || stored.compareTo(Timing.FENCE_VALID) > 0;
  }

  private Outcome call(Scope scope, Escalation e, Attempt attempt) {
    try {
      return ports.line().send(scope, text(e, attempt));
    } catch (RuntimeException surprise) { // whether it left, nobody knows
      LOG.error("page {}: the call failed: {}", attempt.pageId(), surprise.getClass().getName());
      return new Outcome.Unknown();
    }
  }

  private StaffLine.Text text(Escalation e, Attempt attempt) {
    return new StaffLine.Text(
        e.policy().line(), attempt.staff(), attempt.pageId(), words.of(e, attempt));
  }
}
