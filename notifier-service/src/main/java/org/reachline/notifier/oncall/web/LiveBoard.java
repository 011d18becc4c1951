package org.reachline.notifier.oncall.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reachline.contracts.AgencyId;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.State;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * What moved on the boards of this node's viewers. Ids and codes only; a lost one is made good by
 * the next beat.
 */
@Component
public final class LiveBoard {
  private final Map<AgencyId, Sinks.Many<Moved>> boards = new ConcurrentHashMap<>();

  /**
   * One escalation moved.
   *
   * @param kind {@code crisis} for a new one, {@code taken}, else {@code changed}
   */
  public record Moved(String kind, String crisisId, String severity) {}

  /** Tells whoever looks. Never blocks, never fails. */
  public void changed(Escalation was, Escalation is) {
    Sinks.Many<Moved> board = boards.get(is.id().agency());
    if (board != null && isSeen(was, is)) {
      String severity = Codes.of(is.concern().severity());
      Moved moved = new Moved(kind(was, is), is.concern().crisisId().value(), severity);
      synchronized (board) { // emissions of one sink must not overlap
        var _ = board.tryEmitNext(moved);
      }
    }
  }

  /** Leases and logs are no news. */
  private static boolean isSeen(Escalation was, Escalation is) {
    return was.v() == 0
        || was.state() != is.state()
        || !was.position().equals(is.position())
        || !was.attempts().equals(is.attempts())
        || !was.concern().equals(is.concern());
  }

  private static String kind(Escalation was, Escalation is) {
    if (was.v() == 0) {
      return "crisis";
    }
    return was.state() == State.OPEN && is.state() == State.ACKED ? "taken" : "changed";
  }

  Flux<Moved> of(AgencyId agency) {
    return boards
        .computeIfAbsent(agency, _ -> Sinks.many().multicast().directBestEffort())
        .asFlux();
  }
}
