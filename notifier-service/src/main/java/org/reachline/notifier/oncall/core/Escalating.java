package org.reachline.notifier.oncall.core;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.reachline.contracts.EscalationId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.notifier.oncall.core.Answer.Done;
import org.reachline.notifier.oncall.core.Answer.Over;
import org.reachline.notifier.oncall.core.Answer.Refused;

/**
 * The machine: document, input and time in; document and answer out. Pure and total. Start reading
 * here: taking and handing back stand in {@link Taking}, who is paged next in {@link Planning},
 * what becomes of one text in {@link Sending}.
 */
public final class Escalating {
  private Escalating() {}

  /** A new escalation, due at once. */
  public static Escalation open(
      EscalationId id, Concern concern, Set<String> keys, String code, Policy policy, Instant now) {
    Escalation blank =
        new Escalation(
            id,
            0,
            concern,
            keys,
            Set.of(concern.crisisId()),
            code,
            policy,
            1,
            State.OPEN,
            now,
            Position.begin(0, 0, now),
            List.of(),
            List.of(),
            Set.of(),
            Lease.free(now),
            List.of(),
            0,
            now,
            List.of(),
            now);
    Draft d = new Draft(blank, now);
    d.log(
        seq ->
            new EscalationEvent.EscalationOpened(
                id,
                seq,
                d.crisis(),
                d.conversation(),
                concern.category(),
                concern.severity(),
                concern.raisedAt(),
                now));
    return d.done();
  }

  /** What an input makes of an escalation. */
  public static Change apply(Escalation was, Input input, Instant now) {
    Draft d = new Draft(was, now);
    Answer answer =
        switch (input) {
          case Input.Merged in -> merge(d, in);
          case Input.Work in -> Planning.work(d, in);
          case Input.Released(long token) -> release(d, token);
          case Input.Fenced in -> Sending.fence(d, in);
          case Input.Reported in -> Sending.report(d, in);
          case Input.Asked in -> Sending.asked(d, in);
          case Input.Received in -> Sending.receive(d, in);
          case Input.Acknowledged in -> Taking.acknowledge(d, in);
          case Input.PassedOn in -> Taking.passOn(d, in);
          case Input.Silenced(var who) -> Planning.silenced(d, who);
          case Input.EveryoneWanted _ -> Taking.everyone(d);
          case Input.InContact in -> Taking.inContact(d, in);
          case Input.HandedBack in -> Taking.handBack(d, in);
          case Input.Closed in -> Taking.close(d, in);
          case Input.Disposed in -> Taking.dispose(d, in);
          case Input.Relayed(long seq) -> relayed(d, seq);
          case Input.RelayFailed _ -> relayFailed(d);
        };
    Escalation next = d.done();
    return new Change(next, !next.equals(was), answer);
  }

  /**
   * One more crisis of an escalation under way pages nobody twice, unless it says more than is
   * known. So does a second copy of one that is open still; of one that was disposed of, nothing.
   */
  private static Answer merge(Draft d, Input.Merged in) {
    if (d.state == State.RESOLVED) {
      return new Over();
    }
    boolean another = d.keys.addAll(in.keys());
    if (another) {
      d.crises.add(in.concern().crisisId());
    }
    boolean worse = d.concern.isOutdoneBy(in.concern());
    if (another || (worse && d.crises.contains(in.concern().crisisId()))) {
      d.concern = d.concern.and(in.concern());
      d.was.holder().ifPresent(holder -> news(d, worse, in.concern(), holder.by()));
      if (worse && d.state == State.OPEN && d.position.planned()) {
        Planning.stepOn(d);
      }
    }
    return new Done();
  }

  private static void news(Draft d, boolean worse, Concern further, StaffId holder) {
    if (worse) {
      d.tell(Kind.RAISED, holder, further.severity() + "-" + further.category());
    } else {
      d.tellOncePer(Timing.NEWS_GAP, Kind.NEWS, holder);
    }
  }

  private static Answer release(Draft d, long token) {
    if (!d.lease.isHeld(token, d.now)) {
      return new Done();
    }
    boolean more =
        !d.was.sendable(d.now).isEmpty()
            || !d.was.askable(d.now).isEmpty()
            || Planning.isDue(d.was, d.now);
    if (more) {
      return new Refused();
    }
    d.lease = d.lease.released(d.now);
    return new Done();
  }

  private static Answer relayed(Draft d, long seq) {
    d.log.removeIf(row -> row.seq() <= seq);
    d.relayAt = d.now.plus(Timing.RELAY_SOON);
    return new Done();
  }

  private static Answer relayFailed(Draft d) {
    d.relayAt = d.now.plus(Timing.RELAY_AGAIN);
    return new Done();
  }
}
