package org.reachline.cases.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.OutboundEvent.ConsentChanged;

/** What an outbox row becomes when it leaves: the same events every time. */
public sealed interface Leaving {
  /** An event as it is. */
  record Ready(Event event) implements Leaving {}

  /** A message whose words are read and sealed at the last moment. */
  record ToSeal(Entry entry, Entry.Sent sent) implements Leaving {}

  /** Everything the outbox of a case holds, in order. */
  static List<Leaving> all(CaseFile file) {
    List<Leaving> leaving = new ArrayList<>();
    for (Row row : file.outbox().rows()) {
      switch (row) {
        case Row.OfEntry(_, var seq) ->
            file.log().tail().stream()
                .filter(entry -> entry.seq() == seq)
                .forEach(entry -> entry(file, entry, leaving));
        case Row.Raised(_, var id) ->
            file.crises().stream()
                .filter(crisis -> crisis.id().equals(id))
                .forEach(crisis -> leaving.add(new Ready(crisis.event())));
        case Row.Reassessed(_, var lead, var cause) ->
            file.crises().stream()
                .filter(crisis -> crisis.id().equals(cause))
                .forEach(crisis -> leaving.add(new Ready(reassessed(file, lead, crisis))));
        case Row.Paused(_, var conversation, var revoked, var seq, var at) ->
            leaving.add(new Ready(new ConsentChanged(conversation, revoked, seq, at)));
        case Row.Disposed(_, var id) ->
            file.crises().stream()
                .filter(crisis -> crisis.id().equals(id))
                .forEach(crisis -> disposed(crisis, leaving));
      }
    }
    return leaving;
  }

  /** The level of an open episode never falls: that of the worst so far. */
  private static CrisisEvent.CrisisReassessed reassessed(
      CaseFile file, CrisisId lead, Crisis cause) {
    Severity worst =
        file.crises().stream()
            .filter(known -> known.lead().equals(lead) || known.id().equals(lead))
            .filter(known -> !known.raisedAt().isAfter(cause.raisedAt()))
            .map(Crisis::severity)
            .min(Comparator.comparingInt(Risk::urgency))
            .orElse(cause.severity());
    return new CrisisEvent.CrisisReassessed(
        lead, cause.conversationId(), cause.raisedBy(), cause.category(), worst, cause.raisedAt());
  }

  private static void disposed(Crisis crisis, List<Leaving> into) {
    for (StaffId by : crisis.duty().holder()) {
      into.add(
          new Ready(
              new CrisisEvent.CrisisDisposed(
                  crisis.id(),
                  crisis.conversationId(),
                  by,
                  crisis.duty().outcome(),
                  crisis.duty().since())));
    }
  }

  private static void entry(CaseFile file, Entry entry, List<Leaving> into) {
    into.add(new Ready(caseEvent(file, entry)));
    switch (entry.body()) {
      case Entry.Sent sent -> into.add(new ToSeal(entry, sent));
      case Entry.Consented c when c.changes() ->
          into.add(
              new Ready(
                  new ConsentChanged(c.conversationId(), c.revoked(), c.ledgerSeq(), entry.at())));
      default -> {}
    }
  }

  private static CaseEvent caseEvent(CaseFile file, Entry entry) {
    CaseFile.Opening o = file.opening();
    long seq = entry.seq();
    return switch (entry.body()) {
      case Entry.Opened(var line, var openedBy) ->
          new CaseEvent.CaseOpened(
              file.id(), seq, o.client(), o.programme(), o.queue(), line, openedBy, entry.at());
      case Entry.Received r ->
          new CaseEvent.MessageRecorded(
              file.id(),
              seq,
              o.client(),
              r.conversationId(),
              r.messageId(),
              CaseEvent.Author.CLIENT,
              r.risk().severity(),
              entry.at());
      case Entry.Sent s ->
          new CaseEvent.MessageRecorded(
              file.id(),
              seq,
              o.client(),
              s.conversationId(),
              s.messageId(),
              s.author(),
              Severity.NONE,
              entry.at());
      case Entry.Assigned(var worker, var by) ->
          new CaseEvent.CaseAssigned(file.id(), seq, worker, by, entry.at());
      case Entry.Closed(var reason, _, var by) ->
          new CaseEvent.CaseClosed(file.id(), seq, reason, by, entry.at());
      case Entry.Reopened(var by) -> new CaseEvent.CaseReopened(file.id(), seq, by, entry.at());
      case Entry.Consented c ->
          new CaseEvent.ConsentRecorded(
              file.id(), seq, c.conversationId(), c.signal(), c.cause(), entry.at());
    };
  }
}
