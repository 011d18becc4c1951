package org.reachline.notifier.oncall.core;

import java.time.Instant;
import java.util.Set;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.EscalationEvent.Method;
import org.reachline.notifier.oncall.core.Answer.Done;
import org.reachline.notifier.oncall.core.Answer.Refused;

/** Who is paged next, and when. */
final class Planning {
  private Planning() {}

  /** One node takes the lease and plans, in the same write, whatever is due. */
  static Answer work(Draft d, Input.Work in) {
    if (!d.lease.isFree(d.now) && !d.lease.owner().equals(in.owner())) {
      return new Refused();
    }
    d.lease = d.lease.taken(in.owner(), d.now);
    boolean stepIsOver = d.position.planned() && !Dues.step(d.was).isAfter(d.now);
    Sending.settle(d);
    switch (d.state) {
      case OPEN -> open(d, stepIsOver, in.unreachable());
      case ACKED -> acked(d, in.unreachable());
      case ENGAGED -> engaged(d);
      case RESOLVED -> {} // what is left to send needs no plan
    }
    return new Done();
  }

  /** Whether planning would change something now. */
  static boolean isDue(Escalation e, Instant now) {
    return switch (e.state()) {
      case OPEN -> !e.position().planned() || !Dues.step(e).isAfter(now);
      case ACKED -> !Dues.contact(e).isAfter(now);
      case ENGAGED, RESOLVED -> false;
    };
  }

  /** Judged before unknown tries are repeated: repeating one does not hold back the next person. */
  private static void open(Draft d, boolean stepIsOver, Set<StaffId> unreachable) {
    if (stepIsOver) {
      stepOn(d);
    }
    if (!d.position.planned()) {
      place(d, unreachable);
    }
  }

  /** Taken, and no contact in time: it is nobody's again, and the current step is paged anew. */
  private static void acked(Draft d, Set<StaffId> unreachable) {
    if (Dues.contact(d.done()).isAfter(d.now)) {
      return;
    }
    d.note("ack-timeout");
    d.nextGeneration();
    d.releaseHolder();
    d.enter(State.OPEN);
    d.position = d.position.again(d.now);
    logStep(d);
    place(d, unreachable);
  }

  private static void engaged(Draft d) {
    if (d.since.plus(Timing.CHECK_IN).isAfter(d.now)) {
      return;
    }
    d.since = d.now;
    d.was
        .holder()
        .ifPresent(holder -> d.tellOncePer(Timing.CHECK_IN_GAP, Kind.CHECK_IN, holder.by()));
  }

  /** Nobody else can answer this step: the next one begins now. */
  static Answer silenced(Draft d, StaffId who) {
    boolean waits = d.state == State.OPEN && d.position.planned();
    boolean alone =
        d.attempts.stream()
            .filter(a -> a.isPage() && Dues.isOf(d.position, d.gen, a) && !a.state().isDead())
            .allMatch(a -> a.staff().equals(who));
    if (waits && alone) {
      stepOn(d);
    }
    return new Done();
  }

  /** Plans the pages of the position; a step without anybody costs no time. */
  private static void place(Draft d, Set<StaffId> unreachable) {
    if (d.policy().steps().isEmpty() && d.position.loop() == 0) {
      d.note("no-steps");
    }
    int steps = Math.max(1, d.policy().steps().size());
    for (int tried = 0; tried <= steps; tried++) {
      if (pageStep(d, unreachable)) {
        return;
      }
      stepOn(d);
    }
    d.note("nobody-reachable");
    d.position = d.position.asPlanned(d.now);
  }

  private static boolean pageStep(Draft d, Set<StaffId> unreachable) {
    Set<StaffId> targets = d.policy().targets(d.position);
    if (targets.isEmpty() && d.position.step() < d.policy().steps().size()) {
      d.note("step-empty");
    }
    boolean anybody = false;
    for (StaffId staff : targets) {
      if (unreachable.contains(staff)) {
        d.note("method-off");
      } else {
        anybody |= page(d, staff);
      }
    }
    if (anybody) {
      d.position = d.position.asPlanned(d.now);
    }
    return anybody;
  }

  private static boolean page(Draft d, StaffId staff) {
    boolean already =
        d.attempts.stream()
            .anyMatch(
                a ->
                    a.isPage()
                        && a.staff().equals(staff)
                        && Dues.isOf(d.position, d.gen, a)
                        && !a.state().isDead());
    if (already) {
      return true;
    }
    String rule = d.position.everyone() ? "all" : "sms";
    if (d.plan(Kind.PAGE, staff, rule)) {
      Attempt planned = d.attempts.getLast();
      d.log(
          seq ->
              new EscalationEvent.PagePlanned(
                  d.id(),
                  seq,
                  d.crisis(),
                  d.conversation(),
                  planned.pageId(),
                  staff,
                  Method.SMS,
                  planned.step(),
                  planned.loop(),
                  d.now));
    }
    return true;
  }

  /** To the next step, or, past the last one, round again with the last resort. */
  static void stepOn(Draft d) {
    if (d.policy().isLast(d.position)) {
      d.position = Position.begin(0, d.position.loop() + 1, d.now);
      d.log(
          seq ->
              new EscalationEvent.Exhausted(
                  d.id(), seq, d.crisis(), d.conversation(), d.position.loop(), d.now));
    } else {
      d.position = Position.begin(d.position.step() + 1, d.position.loop(), d.now);
      logStep(d);
    }
  }

  private static void logStep(Draft d) {
    Position at = d.position;
    d.log(
        seq ->
            new EscalationEvent.SteppedOn(
                d.id(), seq, d.crisis(), d.conversation(), at.step(), at.loop(), d.now));
  }
}
