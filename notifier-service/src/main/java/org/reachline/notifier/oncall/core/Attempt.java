package org.reachline.notifier.oncall.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.reachline.contracts.PageId;
import org.reachline.contracts.StaffId;

/**
 * One text to one person, planned once and sent at most once more than the crashes that hit it.
 *
 * @param id {@code generation.step.loop.user.rule}: the same plan is the same attempt
 * @param tries how often it entered SENDING
 * @param plannedAt when it was planned
 * @param notBefore earliest moment of the next try, or of the decision what to do about it
 * @param at when it entered its state
 * @param code why it failed; of an unknown one, what the provider said when asked; else empty
 */
public record Attempt(
    String id,
    PageId pageId,
    Kind kind,
    StaffId staff,
    int gen,
    int step,
    int loop,
    AttemptState state,
    int tries,
    Instant plannedAt,
    Instant notBefore,
    Instant at,
    String code) {
  public Attempt {
    requireNonNull(id, "id");
    requireNonNull(pageId, "pageId");
    requireNonNull(kind, "kind");
    requireNonNull(staff, "staff");
    requireNonNull(state, "state");
    requireNonNull(plannedAt, "plannedAt");
    requireNonNull(notBefore, "notBefore");
    requireNonNull(at, "at");
    requireNonNull(code, "code");
  }

  public boolean isPage() {
    return kind == Kind.PAGE;
  }

  Attempt to(AttemptState next, Instant now) {
    return to(next, now, now, code);
  }

  Attempt to(AttemptState next, Instant now, Instant notBefore, String code) {
    return new Attempt(
        id, pageId, kind, staff, gen, step, loop, next, tries, plannedAt, notBefore, now, code);
  }

  /** Still in its state, and looked at again later. */
  Attempt waiting(String why, Instant until) {
    return new Attempt(
        id, pageId, kind, staff, gen, step, loop, state, tries, plannedAt, until, at, why);
  }

  Attempt sending(Instant now) {
    return new Attempt(
        id,
        pageId,
        kind,
        staff,
        gen,
        step,
        loop,
        AttemptState.SENDING,
        tries + 1,
        plannedAt,
        now.plus(Timing.SENDING_DEADLINE),
        now,
        code);
  }
}
