package org.reachline.notifier.oncall.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.EscalationId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.EscalationEvent;

/** An escalation while one input is worked into it. Lives for one call. */
final class Draft {
  final Escalation was;
  final Instant now;
  Concern concern;
  final Set<String> keys;
  final Set<CrisisId> crises;
  int gen;
  State state;
  Instant since;
  Position position;
  List<Ack> acks;
  List<Attempt> attempts;
  final Set<StaffId> paged;
  Lease lease;
  List<EscalationEvent> log;
  long seq;
  Instant relayAt;
  final List<Note> notes;

  Draft(Escalation was, Instant now) {
    this.was = was;
    this.now = now;
    concern = was.concern();
    keys = new LinkedHashSet<>(was.keys());
    crises = new LinkedHashSet<>(was.crises());
    gen = was.gen();
    state = was.state();
    since = was.since();
    position = was.position();
    acks = was.acks();
    attempts = new ArrayList<>(was.attempts());
    paged = new LinkedHashSet<>(was.paged());
    lease = was.lease();
    log = new ArrayList<>(was.log());
    seq = was.seq();
    relayAt = was.relayAt();
    notes = new ArrayList<>(was.notes());
  }

  EscalationId id() {
    return was.id();
  }

  CrisisId crisis() {
    return concern.crisisId();
  }

  ConversationId conversation() {
    return concern.conversationId();
  }

  Policy policy() {
    return was.policy();
  }

  void log(LongFunction<EscalationEvent> row) {
    if (log.isEmpty()) {
      relayAt = now.plus(Timing.RELAY_SOON);
    }
    seq++;
    log.add(row.apply(seq));
  }

  void note(String code) {
    notes.add(new Note(code, position.step(), position.loop(), now));
    if (notes.size() > Timing.ATTEMPTS_KEPT) {
      notes.removeFirst();
    }
  }

  void enter(State next) {
    state = next;
    since = now;
  }

  /** A change of hands: from here on nothing planned before may start. */
  void nextGeneration() {
    gen++;
    update(
        a -> a.isPage() && a.state() == AttemptState.PLANNED,
        a -> a.to(AttemptState.CANCELLED, now));
  }

  void releaseHolder() {
    acks = acks.stream().map(a -> a.holds() ? a.released() : a).toList();
  }

  void update(java.util.function.Predicate<Attempt> which, UnaryOperator<Attempt> change) {
    attempts.replaceAll(a -> which.test(a) ? change.apply(a) : a);
  }

  void replace(Attempt changed) {
    update(a -> a.id().equals(changed.id()), _ -> changed);
  }

  /** Adds a text to somebody, unless this very one is there already. */
  boolean plan(Kind kind, StaffId staff, String rule) {
    String attempt =
        gen + "." + position.step() + "." + position.loop() + "." + staff.body() + "." + rule;
    if (attempts.stream().anyMatch(a -> a.id().equals(attempt))) {
      return false;
    }
    attempts.add(
        new Attempt(
            attempt,
            Derived.page(id(), attempt),
            kind,
            staff,
            gen,
            position.step(),
            position.loop(),
            AttemptState.PLANNED,
            0,
            now,
            now,
            now,
            ""));
    return true;
  }

  void tell(Kind kind, StaffId staff) {
    plan(kind, staff, kind.name());
  }

  /** Of each matter once. */
  void tell(Kind kind, StaffId staff, String matter) {
    plan(kind, staff, kind.name() + "-" + matter);
  }

  /** The same again, but once in so long. */
  void tellOncePer(Duration time, Kind kind, StaffId staff) {
    long turn = now.getEpochSecond() / time.toSeconds();
    tell(kind, staff, Long.toString(turn));
  }

  Escalation done() {
    trim();
    return new Escalation(
        was.id(),
        was.v(),
        concern,
        keys,
        crises,
        was.code(),
        was.policy(),
        gen,
        state,
        since,
        position,
        acks,
        attempts,
        paged,
        lease,
        log,
        seq,
        relayAt,
        notes,
        was.openedAt());
  }

  /** The oldest finished attempts go; what happened to them is on the topic. */
  private void trim() {
    for (int i = 0; attempts.size() > Timing.ATTEMPTS_KEPT && i < attempts.size(); ) {
      AttemptState of = attempts.get(i).state();
      if (of == AttemptState.PLANNED || of == AttemptState.SENDING) {
        i++;
      } else {
        attempts.remove(i);
      }
    }
  }
}
