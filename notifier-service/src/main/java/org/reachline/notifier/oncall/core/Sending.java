package org.reachline.notifier.oncall.core;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.EscalationEvent.Method;
import org.reachline.notifier.oncall.core.Answer.Done;
import org.reachline.notifier.oncall.core.Answer.Refused;
import org.reachline.notifier.oncall.core.Input.Outcome;

/** What becomes of one text: fenced before the call, recorded after it, settled if neither. */
final class Sending {
  private static final String ASKED = "asked";

  private Sending() {}

  /** PLANNED to SENDING. Refused to a stale token, and for a page once somebody has it. */
  static Answer fence(Draft d, Input.Fenced in) {
    Optional<Attempt> found =
        d.was.sendable(d.now).stream().filter(a -> a.id().equals(in.attempt())).findFirst();
    if (found.isEmpty() || !d.lease.isHeld(in.token(), d.now)) {
      return new Refused();
    }
    Attempt attempt = found.get();
    d.replace(attempt.sending(d.now));
    if (attempt.isPage()) {
      d.paged.add(attempt.staff());
    }
    return new Done();
  }

  /** Matches attempt and try, not the lease: what a slow node learnt is kept. */
  static Answer report(Draft d, Input.Reported in) {
    d.was
        .attempt(in.attempt())
        .filter(a -> a.tries() == in.tries() && isOpen(a.state()))
        .ifPresent(a -> reported(d, a, in.outcome()));
    return new Done();
  }

  private static boolean isOpen(AttemptState state) {
    return state == AttemptState.SENDING || state == AttemptState.UNKNOWN;
  }

  private static void reported(Draft d, Attempt a, Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted() -> accepted(d, a);
      case Outcome.Again(Duration after, String code) -> again(d, a, after, code);
      case Outcome.Refused(String code) -> failed(d, a, AttemptState.FAILED, code);
      case Outcome.Unknown() ->
          d.replace(a.to(AttemptState.UNKNOWN, d.now, d.now.plus(Timing.ASK_AFTER), ""));
    }
  }

  /** Not taken, so it is safe to repeat; but another person is quicker than a long wait. */
  private static void again(Draft d, Attempt a, Duration after, String code) {
    if (a.tries() >= Timing.TRIES || after.compareTo(Timing.LONGEST_RETRY) > 0) {
      failed(d, a, AttemptState.FAILED, code);
      return;
    }
    Duration wait = after.compareTo(Timing.FIRST_RETRY) < 0 ? Timing.FIRST_RETRY : after;
    boolean wanted = !a.isPage() || (d.state == State.OPEN && a.gen() == d.gen);
    AttemptState next = wanted ? AttemptState.PLANNED : AttemptState.CANCELLED;
    d.replace(a.to(next, d.now, d.now.plus(wait), code));
  }

  /** Forward only: a receipt may be late, early, doubled or the first word we hear. */
  static Answer receive(Draft d, Input.Received in) {
    d.was.attempts().stream()
        .filter(a -> a.pageId().equals(in.page()) && a.tries() > 0)
        .findFirst()
        .ifPresent(a -> received(d, a, in));
    return new Done();
  }

  private static void received(Draft d, Attempt a, Input.Received in) {
    boolean open = isOpen(a.state());
    switch (in.progress()) {
      case ACCEPTED -> {
        if (open) {
          accepted(d, a);
        }
      }
      case DELIVERED -> {
        if (open || a.state() == AttemptState.ACCEPTED) {
          delivered(d, a);
        }
      }
      case FAILED -> {
        if (open || a.state() == AttemptState.ACCEPTED) {
          failed(d, a, AttemptState.UNDELIVERED, in.code());
        }
      }
    }
  }

  private static void accepted(Draft d, Attempt a) {
    d.replace(a.to(AttemptState.ACCEPTED, d.now));
    log(
        d,
        a,
        seq ->
            new EscalationEvent.PageSent(
                d.id(),
                seq,
                d.crisis(),
                d.conversation(),
                a.pageId(),
                a.staff(),
                Method.SMS,
                d.now));
  }

  private static void delivered(Draft d, Attempt a) {
    if (isOpen(a.state())) {
      accepted(d, a);
    }
    d.replace(a.to(AttemptState.DELIVERED, d.now));
    log(
        d,
        a,
        seq ->
            new EscalationEvent.PageDelivered(
                d.id(), seq, d.crisis(), d.conversation(), a.pageId(), a.staff(), d.now));
  }

  private static void failed(Draft d, Attempt a, AttemptState as, String code) {
    d.replace(a.to(as, d.now, d.now, code));
    log(
        d,
        a,
        seq ->
            new EscalationEvent.PageFailed(
                d.id(), seq, d.crisis(), d.conversation(), a.pageId(), a.staff(), code, d.now));
  }

  private static void log(Draft d, Attempt a, LongFunction<EscalationEvent> row) {
    if (a.isPage()) {
      d.log(row);
    }
  }

  /** What no node reported in time: whether it left is for the provider to say. */
  static void settle(Draft d) {
    d.update(
        a -> a.state() == AttemptState.SENDING && !a.notBefore().isAfter(d.now),
        a -> a.to(AttemptState.UNKNOWN, d.now, d.now, ""));
  }

  /**
   * A text the provider has is adopted. One it has not, asked twice because its list may lag, or
   * cannot speak of, is sent once more under the same code; then another person is quicker.
   */
  static Answer asked(Draft d, Input.Asked in) {
    d.was.askable(d.now).stream()
        .filter(a -> a.id().equals(in.attempt()) && a.tries() == in.tries())
        .findFirst()
        .ifPresent(a -> answered(d, a, in.found()));
    return new Done();
  }

  private static void answered(Draft d, Attempt a, Input.Whereabouts found) {
    if (found == Input.Whereabouts.HAS_IT) {
      accepted(d, a);
    } else if (found == Input.Whereabouts.HAS_FAILED) {
      failed(d, a, AttemptState.UNDELIVERED, "undelivered");
    } else if (!a.code().equals(ASKED)) {
      d.replace(a.waiting(ASKED, d.now.plus(Timing.ASK_AFTER)));
    } else if (a.tries() < Timing.UNKNOWN_TRIES) {
      d.replace(a.to(AttemptState.PLANNED, d.now, d.now, ""));
    } else {
      failed(d, a, AttemptState.FAILED, "unknown");
    }
  }
}
