package org.reachline.contracts;

import java.util.List;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.EscalationEvent.Method;

/** The care of the night: the case, the crisis, the effort to get somebody onto it. */
final class SampleCare {
  private SampleCare() {}

  static List<CaseEvent> cases(Samples s) {
    CaseId caseId = s.caseId();
    return List.of(
        new CaseEvent.CaseOpened(
            caseId, 1, s.client(), "street-outreach", "night", s.line(), s.message(), s.at(0.125)),
        new CaseEvent.MessageRecorded(
            caseId,
            2,
            s.client(),
            s.conversation(),
            s.message(),
            CaseEvent.Author.CLIENT,
            Severity.IMMINENT,
            s.at(0.125)),
        new CaseEvent.CaseAssigned(caseId, 3, s.worker(), s.onCall(), s.at(80)),
        new CaseEvent.CaseClosed(caseId, 4, "resolved", s.worker(), s.at(86400)),
        new CaseEvent.CaseReopened(caseId, 5, s.id(MessageId::new, "thanks"), s.at(90000)),
        new CaseEvent.ConsentRecorded(
            caseId,
            6,
            s.conversation(),
            ConsentSignal.STOP,
            s.id(MessageId::new, "stop"),
            s.at(93600)));
  }

  static List<CrisisEvent> crises(Samples s) {
    return List.of(
        new CrisisEvent.CrisisRaised(
            s.crisis(),
            s.conversation(),
            s.message(),
            Category.EXPOSURE,
            Severity.IMMINENT,
            List.of(
                new CrisisEvent.Evidence(0, 20, "exposure.outside", "raises", Severity.IMMINENT),
                new CrisisEvent.Evidence(23, 41, "exposure.numb", "raises", Severity.IMMINENT),
                new CrisisEvent.Evidence(43, 57, "exposure.drowsy", "orders", Severity.NONE)),
            "2026-01",
            List.of("joined", "after-high"),
            List.of(s.id(MessageId::new, "before")),
            "en",
            List.of("no-calls", "unsafe-phone"),
            s.at(0),
            s.at(0.1)),
        new CrisisEvent.CrisisReassessed(
            s.crisis(),
            s.conversation(),
            s.id(MessageId::new, "edit"),
            Category.EXPOSURE,
            Severity.IMMINENT,
            s.at(20.2)),
        new CrisisEvent.CrisisDisposed(
            s.crisis(), s.conversation(), s.onCall(), "emergency-sent", s.at(1800)));
  }

  static List<EscalationEvent> escalations(Samples s) {
    EscalationId escalation = s.escalation();
    CrisisId crisis = s.crisis();
    ConversationId conversation = s.conversation();
    PageId page = s.page();
    PageId second = Derived.page(escalation, "2");
    StaffId onCall = s.onCall();
    return List.of(
        new EscalationEvent.EscalationOpened(
            escalation,
            1,
            crisis,
            conversation,
            Category.EXPOSURE,
            Severity.IMMINENT,
            s.at(0.1),
            s.at(0.3)),
        new EscalationEvent.PagePlanned(
            escalation, 2, crisis, conversation, page, onCall, Method.SMS, 0, 0, s.at(0.3)),
        new EscalationEvent.PageSent(
            escalation, 3, crisis, conversation, page, onCall, Method.LINK, s.at(0.6)),
        new EscalationEvent.PageFailed(
            escalation, 4, crisis, conversation, page, onCall, "30003", s.at(5)),
        new EscalationEvent.SteppedOn(escalation, 5, crisis, conversation, 1, 0, s.at(60)),
        new EscalationEvent.Exhausted(escalation, 6, crisis, conversation, 1, s.at(61)),
        new EscalationEvent.PageDelivered(
            escalation, 7, crisis, conversation, second, onCall, s.at(63)),
        new EscalationEvent.Acknowledged(
            escalation, 8, crisis, conversation, onCall, Method.SMS, true, s.at(0.1), s.at(75)),
        new EscalationEvent.Engaged(escalation, 9, crisis, conversation, onCall, s.at(95)),
        new EscalationEvent.Resolved(
            escalation, 10, crisis, conversation, onCall, "emergency-sent", s.at(1800.5)));
  }
}
