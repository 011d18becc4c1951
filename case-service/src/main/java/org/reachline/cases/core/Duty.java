package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.EscalationEvent;

/**
 * What on-call staff did about one crisis, folded from its escalation.
 *
 * @param seq the newest escalation event in it, 0 while there is no escalation
 * @param holder who took it; empty while nobody has
 * @param since when the status began
 * @param paged everybody who was paged
 * @param outcome how it ended, a code; empty while open
 */
public record Duty(
    long seq,
    Status status,
    Set<StaffId> holder,
    Instant since,
    Set<StaffId> paged,
    int step,
    List<Attempt> attempts,
    String outcome) {
  private static final int ATTEMPTS_KEPT = 30;

  /** How far it got. */
  public enum Status {
    OPEN,
    TAKEN,
    CONTACT,
    CLOSED
  }

  /** One page, newest state. */
  public record Attempt(String page, int step, StaffId who, String state, Instant at) {
    public Attempt {
      requireNonNull(page, "page");
      requireNonNull(who, "who");
      requireNonNull(state, "state");
      requireNonNull(at, "at");
    }
  }

  public Duty {
    requireNonNull(status, "status");
    holder = Set.copyOf(holder);
    requireNonNull(since, "since");
    paged = Set.copyOf(paged);
    attempts = List.copyOf(attempts);
    requireNonNull(outcome, "outcome");
  }

  /** Nobody has done anything yet. */
  public static Duty none(Instant since) {
    return new Duty(0, Status.OPEN, Set.of(), since, Set.of(), 0, List.of(), "");
  }

  /** After one more event of the escalation; an event known already changes nothing. */
  public Duty after(EscalationEvent event) {
    return event.seq() <= seq ? this : fold(event).seen(event.seq());
  }

  /** Ended by a named person. */
  public Duty disposed(StaffId by, String how, Instant at) {
    return new Duty(seq, Status.CLOSED, Set.of(by), at, paged, step, attempts, how);
  }

  private Duty fold(EscalationEvent event) {
    return switch (event) {
      case EscalationEvent.EscalationOpened _ -> this;
      case EscalationEvent.PagePlanned e ->
          paging(e.staff(), e.step())
              .noting(new Attempt(e.pageId().value(), e.step(), e.staff(), "planned", e.at()));
      case EscalationEvent.PageSent e -> moving(e.pageId().value(), "sent", e.at());
      case EscalationEvent.PageDelivered e -> moving(e.pageId().value(), "delivered", e.at());
      case EscalationEvent.PageFailed e -> moving(e.pageId().value(), "failed", e.at());
      case EscalationEvent.Acknowledged e -> held(Status.TAKEN, e.by(), e.at());
      case EscalationEvent.Engaged e -> held(Status.CONTACT, e.by(), e.at());
      case EscalationEvent.SteppedOn e -> atStep(e.step()).open(e.at());
      case EscalationEvent.Exhausted e -> open(e.at());
      case EscalationEvent.Resolved e ->
          status == Status.CLOSED ? this : disposed(e.by(), e.outcome(), Times.millis(e.at()));
    };
  }

  private Duty seen(long newest) {
    return new Duty(newest, status, holder, since, paged, step, attempts, outcome);
  }

  private Duty held(Status next, StaffId by, Instant at) {
    return status == Status.CLOSED
        ? this
        : new Duty(seq, next, Set.of(by), at, paged, step, attempts, outcome);
  }

  /** Stepping on after somebody held it means that it was handed back. */
  private Duty open(Instant at) {
    return status == Status.TAKEN || status == Status.CONTACT
        ? new Duty(seq, Status.OPEN, Set.of(), at, paged, step, attempts, outcome)
        : this;
  }

  private Duty atStep(int next) {
    return new Duty(seq, status, holder, since, paged, next, attempts, outcome);
  }

  private Duty paging(StaffId staff, int next) {
    Set<StaffId> more = new HashSet<>(paged);
    more.add(staff);
    return new Duty(seq, status, holder, since, more, next, attempts, outcome);
  }

  private Duty moving(String page, String state, Instant at) {
    return attempts.stream()
        .filter(attempt -> attempt.page().equals(page))
        .findFirst()
        .map(known -> noting(new Attempt(page, known.step(), known.who(), state, at)))
        .orElse(this);
  }

  private Duty noting(Attempt attempt) {
    List<Attempt> more = new ArrayList<>(attempts);
    more.removeIf(known -> known.page().equals(attempt.page()));
    more.add(attempt);
    List<Attempt> newest = more.subList(Math.max(0, more.size() - ATTEMPTS_KEPT), more.size());
    return new Duty(seq, status, holder, since, paged, step, newest, outcome);
  }
}
