package org.reachline.notifier.oncall.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.EscalationEvent.Method;
import org.reachline.notifier.oncall.core.Answer.Over;
import org.reachline.notifier.oncall.core.Answer.PassedOn;
import org.reachline.notifier.oncall.core.Answer.Refused;
import org.reachline.notifier.oncall.core.Answer.Stale;
import org.reachline.notifier.oncall.core.Answer.Taken;
import org.reachline.notifier.oncall.core.Answer.TakenBy;
import org.reachline.notifier.oncall.core.Answer.Yours;
import org.reachline.notifier.oncall.core.Input.AsOf;

/** What people do with an escalation: take it, pass it on, hand it back, close it. */
final class Taking {
  private Taking() {}

  /** The first one wins; every one is kept. */
  static Answer acknowledge(Draft d, Input.Acknowledged in) {
    Optional<Ack> holder = d.was.holder();
    if (d.state == State.RESOLVED) {
      return new Over();
    }
    if (d.state == State.OPEN) {
      return isRepeat(d, in) ? new Stale() : take(d, in);
    }
    Ack has = holder.orElseThrow();
    if (has.by().equals(in.by())) {
      return isRepeat(d, in) ? new Taken(has.by(), has.at()) : new Yours(has.by(), has.at());
    }
    if (!isRepeat(d, in)) {
      keep(d, in, false);
    }
    return new TakenBy(has.by(), has.at());
  }

  /** The same arrival again, after it has been handed back: says nothing new. */
  private static boolean isRepeat(Draft d, Input.Acknowledged in) {
    return d.acks.stream().anyMatch(a -> a.cause().equals(in.cause()));
  }

  private static Answer take(Draft d, Input.Acknowledged in) {
    d.nextGeneration();
    d.enter(State.ACKED);
    keep(d, in, true);
    d.log(
        seq ->
            new EscalationEvent.Acknowledged(
                d.id(),
                seq,
                d.crisis(),
                d.conversation(),
                in.by(),
                in.method(),
                in.proven(),
                d.concern.raisedAt(),
                d.now));
    d.paged.stream().filter(who -> !who.equals(in.by())).forEach(who -> d.tell(Kind.TAKEN, who));
    if (in.method() == Method.SMS) {
      d.tell(Kind.YOURS, in.by());
    }
    return new Taken(in.by(), d.now);
  }

  private static void keep(Draft d, Input.Acknowledged in, boolean holds) {
    List<Ack> acks = new ArrayList<>(d.acks);
    acks.add(new Ack(in.by(), in.method(), in.proven(), d.now, in.cause(), holds));
    d.acks = List.copyOf(acks);
  }

  /** Judged as of the page it answers: if somebody moved first, nothing happens. */
  static Answer passOn(Draft d, Input.PassedOn in) {
    if (d.state == State.RESOLVED) {
      return new Over();
    }
    Optional<Ack> holder = d.was.holder();
    boolean theirs = holder.map(h -> h.by().equals(in.by())).orElse(false);
    if (in.asOf() instanceof AsOf.OfPage page && !theirs) {
      if (holder.isPresent()) {
        return new TakenBy(holder.get().by(), holder.get().at());
      }
      if (!isCurrent(d, page)) {
        return new Stale();
      }
    }
    reopen(d);
    Planning.stepOn(d);
    return new PassedOn();
  }

  private static boolean isCurrent(Draft d, AsOf.OfPage page) {
    return page.gen() == d.gen
        && page.step() == d.position.step()
        && page.loop() == d.position.loop();
  }

  static Answer handBack(Draft d, Input.HandedBack in) {
    boolean theirs = d.was.holder().map(h -> h.by().equals(in.by())).orElse(false);
    if (d.state == State.RESOLVED) {
      return new Over();
    }
    if (!theirs) {
      return new Refused();
    }
    reopen(d);
    Planning.stepOn(d);
    return new PassedOn();
  }

  static Answer everyone(Draft d) {
    if (d.state == State.RESOLVED) {
      return new Over();
    }
    if (d.state != State.OPEN) {
      reopen(d);
    }
    d.position = d.position.forEveryone(d.now);
    return new PassedOn();
  }

  private static void reopen(Draft d) {
    d.nextGeneration();
    d.releaseHolder();
    d.enter(State.OPEN);
  }

  static Answer inContact(Draft d, Input.InContact in) {
    if (d.state == State.RESOLVED) {
      return new Over();
    }
    Optional<Ack> holder = d.was.holder();
    if (holder.isEmpty()) {
      return new Refused();
    }
    if (!holder.get().by().equals(in.by())) {
      return new TakenBy(holder.get().by(), holder.get().at());
    }
    if (d.state == State.ACKED) {
      d.enter(State.ENGAGED);
      d.log(
          seq ->
              new EscalationEvent.Engaged(
                  d.id(), seq, d.crisis(), d.conversation(), in.by(), d.now));
    }
    return new Taken(in.by(), holder.get().at());
  }

  /** Whoever was paged and does not know yet is told, but not the one who closes. */
  static Answer close(Draft d, Input.Closed in) {
    if (d.state == State.RESOLVED) {
      return new Over();
    }
    List<StaffId> untold =
        d.paged.stream()
            .filter(who -> !who.equals(in.by()))
            .filter(who -> isHolder(d, who) || !knowsItIsTaken(d, who))
            .toList();
    d.nextGeneration();
    d.enter(State.RESOLVED);
    d.note("outcome-" + in.outcome());
    untold.forEach(who -> d.tell(Kind.CLOSED, who));
    resolved(d, in);
    return new Answer.Done();
  }

  /** Told of each crisis it stood for, the one that opened it first. */
  private static void resolved(Draft d, Input.Closed in) {
    Set<CrisisId> ended = new LinkedHashSet<>(Set.of(d.crisis()));
    ended.addAll(d.crises);
    ended.forEach(
        crisis ->
            d.log(
                seq ->
                    new EscalationEvent.Resolved(
                        d.id(), seq, crisis, d.conversation(), in.by(), in.outcome(), d.now)));
    d.crises.clear();
  }

  /** A false alarm ends itself, and nothing beside it: paging goes on for what is still open. */
  static Answer dispose(Draft d, Input.Disposed in) {
    if (d.state == State.RESOLVED) {
      return new Over();
    }
    boolean wasTheLast = d.crises.remove(in.crisis()) && d.crises.isEmpty();
    return wasTheLast ? close(d, new Input.Closed(in.by(), in.outcome())) : new Answer.Done();
  }

  private static boolean isHolder(Draft d, StaffId who) {
    return d.was.holder().map(h -> h.by().equals(who)).orElse(false);
  }

  /** Told in this generation: then no page of it went out to them. */
  private static boolean knowsItIsTaken(Draft d, StaffId who) {
    return d.attempts.stream()
        .anyMatch(a -> a.kind() == Kind.TAKEN && a.gen() == d.gen && a.staff().equals(who));
  }
}
