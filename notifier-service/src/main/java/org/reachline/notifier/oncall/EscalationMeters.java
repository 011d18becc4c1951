package org.reachline.notifier.oncall;

import java.time.Duration;
import java.util.List;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.EscalationEvent.Acknowledged;
import org.reachline.contracts.events.EscalationEvent.PageSent;
import org.reachline.notifier.NotifierMetrics;
import org.reachline.notifier.oncall.core.Attempt;
import org.reachline.notifier.oncall.core.AttemptState;
import org.reachline.notifier.oncall.core.Escalation;

/** Reads the meters off what changed, so that the flow itself counts nothing. */
final class EscalationMeters {
  private final NotifierMetrics metrics;

  EscalationMeters(NotifierMetrics metrics) {
    this.metrics = metrics;
  }

  void changed(Escalation was, Escalation is) {
    is.attempts().stream().filter(a -> isNew(was, a)).forEach(a -> metrics.page(a.state()));
    newRows(was, is).forEach(row -> told(was, is, row));
  }

  private static boolean isNew(Escalation was, Attempt a) {
    return a.isPage()
        && was.attempt(a.id()).map(before -> before.state() != a.state()).orElse(true);
  }

  private static List<EscalationEvent> newRows(Escalation was, Escalation is) {
    return is.log().stream().filter(row -> row.seq() > was.seq()).toList();
  }

  private void told(Escalation was, Escalation is, EscalationEvent row) {
    switch (row) {
      case Acknowledged a ->
          metrics.acked(a.method(), a.proven(), Duration.between(a.raisedAt(), a.at()));
      case PageSent sent when wasNeverSent(was) ->
          metrics.firstPage(Duration.between(is.concern().raisedAt(), sent.at()));
      default -> {} // told by its state
    }
  }

  private static boolean wasNeverSent(Escalation was) {
    return was.attempts().stream()
        .noneMatch(a -> a.state() == AttemptState.ACCEPTED || a.state() == AttemptState.DELIVERED);
  }
}
