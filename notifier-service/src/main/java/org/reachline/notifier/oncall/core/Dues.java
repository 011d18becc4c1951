package org.reachline.notifier.oncall.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** When something has to be done about an escalation. */
final class Dues {
  private Dues() {}

  static Optional<Instant> next(Escalation e) {
    List<Instant> dues = new ArrayList<>();
    if (!e.log().isEmpty()) {
      dues.add(e.relayAt());
    }
    e.attempts().stream().filter(a -> waits(e, a)).map(Attempt::notBefore).forEach(dues::add);
    switch (e.state()) {
      case OPEN -> dues.add(e.position().planned() ? step(e) : e.position().startedAt());
      case ACKED -> dues.add(contact(e));
      case ENGAGED -> dues.add(e.since().plus(Timing.CHECK_IN));
      case RESOLVED -> {} // only what is left to send or to relay
    }
    return dues.isEmpty() ? Optional.empty() : Optional.of(Collections.min(dues));
  }

  private static boolean waits(Escalation e, Attempt a) {
    return switch (a.state()) {
      case PLANNED, UNKNOWN -> e.isWanted(a);
      case SENDING -> true;
      case ACCEPTED, DELIVERED, FAILED, UNDELIVERED, CANCELLED -> false;
    };
  }

  /** When whoever took it must be in contact. */
  static Instant contact(Escalation e) {
    Duration limit = e.policy().ackTimeout();
    boolean proven = e.holder().map(Ack::proven).orElse(true);
    boolean sooner = !proven && limit.compareTo(Timing.UNPROVEN_LIMIT) > 0;
    return e.since().plus(sooner ? Timing.UNPROVEN_LIMIT : limit);
  }

  /** When the next step begins: after its delay, or as soon as nobody of this one can answer. */
  static Instant step(Escalation e) {
    Position at = e.position();
    Instant regular = at.startedAt().plus(e.policy().delay(at));
    List<Attempt> pages =
        e.attempts().stream().filter(a -> a.isPage() && isOf(at, e.gen(), a)).toList();
    if (pages.isEmpty()) {
      return at.startedAt().plus(longer(e.policy().delay(at), Timing.QUICKEST_LOOP));
    }
    Instant given = pages.stream().map(a -> givenUp(a, regular)).max(Instant::compareTo).get();
    Instant earliest = at.startedAt().plus(quickest(at));
    Instant early = given.isBefore(earliest) ? earliest : given;
    return early.isBefore(regular) ? early : regular;
  }

  private static Duration quickest(Position at) {
    return at.loop() == 0 ? Timing.QUICKEST_STEP : Timing.QUICKEST_LOOP;
  }

  private static Instant givenUp(Attempt a, Instant regular) {
    return switch (a.state()) {
      case FAILED, UNDELIVERED, CANCELLED -> a.at();
      case ACCEPTED -> a.at().plus(Timing.RECEIPT_LIMIT);
      case UNKNOWN -> a.at().plus(Timing.RECONCILE);
      case PLANNED, SENDING, DELIVERED -> regular;
    };
  }

  static boolean isOf(Position at, int gen, Attempt a) {
    return a.gen() == gen && a.step() == at.step() && a.loop() == at.loop();
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
