package org.reachline.contracts;

import java.util.List;
import java.util.Set;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.DeliveryEvent;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.events.OutboundEvent;
import org.reachline.contracts.events.OutboundEvent.Purpose;
import org.reachline.contracts.events.QuarantineEvent;
import org.reachline.contracts.events.ReceiptEvent;

/** The messages of the night: what came in, what went out, what became of it. */
final class SampleMessages {
  private SampleMessages() {}

  static List<InboundEvent> inbound(Samples s) {
    return List.of(
        new InboundEvent.MessageReceived(
            s.message(),
            s.conversation(),
            s.line(),
            "twilio",
            "media",
            s.at(-2.25),
            s.at(0),
            s.sealed("message")),
        new InboundEvent.MessageEdited(
            s.id(MessageId::new, "edit"),
            s.message(),
            s.conversation(),
            s.line(),
            s.at(20),
            s.sealed("edit")),
        new InboundEvent.MessageDeleted(
            s.id(MessageId::new, "deletion"), s.message(), s.conversation(), s.line(), s.at(30)),
        new InboundEvent.ConsentSignalled(
            s.id(MessageId::new, "stop"),
            s.conversation(),
            s.line(),
            "twilio",
            ConsentSignal.STOP,
            true,
            s.at(7200)));
  }

  static List<ReceiptEvent> receipts(Samples s) {
    return List.of(
        new ReceiptEvent.ReceiptReceived(
            s.reply(),
            s.conversation(),
            s.line(),
            ReceiptEvent.Status.FAILED,
            "30007",
            s.at(96.5)));
  }

  static List<QuarantineEvent> quarantine(Samples s) {
    return List.of(
        new QuarantineEvent.RequestQuarantined(
            s.request(), s.line(), "signature-bad", 34, s.at(-600), s.sealed("request")));
  }

  static List<OutboundEvent> outbound(Samples s) {
    return List.of(
        new OutboundEvent.SendRequested(
            s.reply(),
            s.conversation(),
            s.caseId(),
            s.client(),
            s.line(),
            "twilio",
            Purpose.SERVICE,
            CaseEvent.Author.WORKER,
            0,
            s.at(95),
            s.sealed("reply")),
        new OutboundEvent.ConsentChanged(
            s.conversation(), Set.of(Purpose.OUTREACH, Purpose.REMINDER), 3, s.at(7200.125)));
  }

  static List<DeliveryEvent> delivery(Samples s) {
    MessageId reply = s.reply();
    ConversationId conversation = s.conversation();
    CaseId caseId = s.caseId();
    ClientId client = s.client();
    return List.of(
        new DeliveryEvent.Sent(reply, conversation, caseId, client, s.at(95.375)),
        new DeliveryEvent.Delivered(reply, conversation, caseId, client, s.at(97)),
        new DeliveryEvent.Read(reply, conversation, caseId, client, s.at(104)),
        new DeliveryEvent.Failed(reply, conversation, caseId, client, "30007", s.at(96.5)),
        new DeliveryEvent.RefusedOptOut(reply, conversation, caseId, client, "gate", s.at(7210)),
        new DeliveryEvent.WindowClosed(reply, conversation, caseId, client, "63016", s.at(90000)),
        new DeliveryEvent.Uncertain(reply, conversation, caseId, client, s.at(110)));
  }
}
