package org.reachline.notifier.oncall.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.EscalationId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.EscalationEvent;

/**
 * One escalation, whole: what is planned, what was sent, what is still to be told to the topic. It
 * is written as one document, so everything in it changes together or not at all.
 *
 * @param v the version it was read at, 0 before the first write
 * @param keys event ids and crisis ids it stands for
 * @param crises those of its crises that nobody has disposed of, oldest first
 * @param code what people call it in texts; random, says nothing
 * @param gen the fence: one more for every change of hands
 * @param since when it entered its state, or was last asked about
 * @param paged who may have got a page
 * @param log not yet on the topic
 * @param seq number of the last log row
 * @param relayAt when the log is tried again
 */
public record Escalation(
    EscalationId id,
    long v,
    Concern concern,
    Set<String> keys,
    Set<CrisisId> crises,
    String code,
    Policy policy,
    int gen,
    State state,
    Instant since,
    Position position,
    List<Ack> acks,
    List<Attempt> attempts,
    Set<StaffId> paged,
    Lease lease,
    List<EscalationEvent> log,
    long seq,
    Instant relayAt,
    List<Note> notes,
    Instant openedAt) {
  public Escalation {
    requireNonNull(id, "id");
    requireNonNull(concern, "concern");
    keys = inOrder(keys);
    crises = crises == null ? Set.of(concern.crisisId()) : inOrder(crises); // older documents
    requireNonNull(code, "code");
    requireNonNull(policy, "policy");
    requireNonNull(state, "state");
    requireNonNull(since, "since");
    requireNonNull(position, "position");
    acks = List.copyOf(acks);
    attempts = List.copyOf(attempts);
    paged = inOrder(paged);
    requireNonNull(lease, "lease");
    log = List.copyOf(log);
    requireNonNull(relayAt, "relayAt");
    notes = List.copyOf(notes);
    requireNonNull(openedAt, "openedAt");
  }

  private static <T> Set<T> inOrder(Set<T> set) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(set));
  }

  /** Whether somebody still has to act. */
  public boolean live() {
    return state != State.RESOLVED;
  }

  /** Who has it now. */
  public Optional<Ack> holder() {
    return acks.stream().filter(Ack::holds).findFirst();
  }

  /** The attempt of an id. */
  public Optional<Attempt> attempt(String attemptId) {
    return attempts.stream().filter(a -> a.id().equals(attemptId)).findFirst();
  }

  /** The newest page to a person that may have reached them. */
  public Optional<Attempt> lastPageTo(StaffId staff) {
    return attempts.reversed().stream()
        .filter(a -> a.isPage() && a.tries() > 0 && a.staff().equals(staff))
        .findFirst();
  }

  /** What may enter SENDING now. Asked again, of the stored document, at the fence. */
  public List<Attempt> sendable(Instant now) {
    return attempts.stream()
        .filter(
            a -> a.state() == AttemptState.PLANNED && !a.notBefore().isAfter(now) && isWanted(a))
        .sorted((a, b) -> Boolean.compare(b.isPage(), a.isPage()))
        .toList();
  }

  /** What the provider should be asked about now: nobody knows whether it left. */
  public List<Attempt> askable(Instant now) {
    return attempts.stream()
        .filter(
            a -> a.state() == AttemptState.UNKNOWN && !a.notBefore().isAfter(now) && isWanted(a))
        .toList();
  }

  /** Pages only while nobody has it and nobody changed hands since. */
  boolean isWanted(Attempt attempt) {
    return !attempt.isPage() || (state == State.OPEN && attempt.gen() == gen);
  }

  /**
   * The earliest moment at which something has to be done. Present as long as the escalation is
   * live.
   */
  public Optional<Instant> nextDueAt() {
    return Dues.next(this);
  }

  /** When whoever took it must be in contact, or all are paged again. */
  public Instant contactDue() {
    return Dues.contact(this);
  }

  /** Due, or, while a node works on it, the end of that node's lease. */
  public Optional<Instant> claimableAt() {
    return nextDueAt().map(due -> due.isBefore(lease.until()) ? lease.until() : due);
  }

  /** As it stands after the write that gives it this version. */
  public Escalation written(long version) {
    return new Escalation(
        id, version, concern, keys, crises, code, policy, gen, state, since, position, acks,
        attempts, paged, lease, log, seq, relayAt, notes, openedAt);
  }
}
