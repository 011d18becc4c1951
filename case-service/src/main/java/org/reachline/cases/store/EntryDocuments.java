package org.reachline.cases.store;

import static org.reachline.cases.store.PeopleDocuments.at;
import static org.reachline.cases.store.PeopleDocuments.boxed;
import static org.reachline.cases.store.PeopleDocuments.set;
import static org.reachline.cases.store.PeopleDocuments.sorted;
import static org.reachline.cases.store.PeopleDocuments.staff;

import java.util.Date;
import org.bson.Document;
import org.reachline.cases.core.Delivery;
import org.reachline.cases.core.Entry;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.CaseEvent.Author;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.OutboundEvent.Purpose;

/** Log entries as documents; words in boxes bound to the case, the entry and the field. */
final class EntryDocuments {
  private final Boxes boxes;

  EntryDocuments(Boxes boxes) {
    this.boxes = boxes;
  }

  Document entry(CaseId file, Entry entry) {
    Document d = new Document("seq", entry.seq()).append("at", Date.from(entry.at()));
    return switch (entry.body()) {
      case Entry.Opened(var line, var by) ->
          d.append("is", "opened").append("line", line.value()).append("by", by.value());
      case Entry.Received r -> received(file, entry, r, d.append("is", "received"));
      case Entry.Sent s -> sent(file, entry, s, d.append("is", "sent"));
      case Entry.Assigned(var worker, var by) ->
          d.append("is", "assigned").append("worker", worker.value()).append("by", by.value());
      case Entry.Closed(var reason, var outcome, var by) ->
          d.append("is", "closed")
              .append("reason", reason)
              .append("outcome", outcome)
              .append("by", by.value());
      case Entry.Reopened(var by) -> d.append("is", "reopened").append("by", by.value());
      case Entry.Consented c -> consented(c, d.append("is", "consented"));
    };
  }

  private Document received(CaseId file, Entry entry, Entry.Received r, Document d) {
    return d.append("message", r.messageId().value())
        .append("conversation", r.conversationId().value())
        .append("line", r.line().value())
        .append("channel", r.channel())
        .append("kind", r.kind())
        .append("content", boxes.ofEntry(file, entry.seq(), "content", r.content()).box())
        .append("risk", WatchDocuments.risk(r.risk()))
        .append("changes", r.changes().stream().map(c -> change(file, entry, c)).toList());
  }

  private Document change(CaseId file, Entry entry, Entry.Change change) {
    Document d = new Document("id", change.id().value()).append("at", Date.from(change.at()));
    return switch (change) {
      case Entry.Change.Deleted _ -> d;
      case Entry.Change.Edited(var id, var content, var risk, _) ->
          d.append("content", boxes.ofEntry(file, entry.seq(), id.body(), content).box())
              .append("risk", WatchDocuments.risk(risk));
    };
  }

  private Document sent(CaseId file, Entry entry, Entry.Sent s, Document d) {
    return d.append("message", s.messageId().value())
        .append("conversation", s.conversationId().value())
        .append("line", s.line().value())
        .append("channel", s.channel())
        .append("purpose", s.purpose().name())
        .append("author", s.author().name())
        .append("by", sorted(s.by(), StaffId::value))
        .append("text", boxes.ofEntry(file, entry.seq(), "text", s.text()).box())
        .append("consentSeq", s.consentSeq())
        .append("delivery", s.delivery().status().name())
        .append("code", s.delivery().code());
  }

  private static Document consented(Entry.Consented c, Document d) {
    return d.append("conversation", c.conversationId().value())
        .append("signal", c.signal().name())
        .append("cause", c.cause().value())
        .append("ledgerSeq", c.ledgerSeq())
        .append("revoked", sorted(c.revoked(), Purpose::name))
        .append("changes", c.changes());
  }

  static Entry entry(Document d) {
    return new Entry(d.getLong("seq"), at(d, "at"), body(d));
  }

  private static Entry.Body body(Document d) {
    return switch (d.getString("is")) {
      case "opened" ->
          new Entry.Opened(new LineId(d.getString("line")), new MessageId(d.getString("by")));
      case "received" -> received(d);
      case "sent" -> sent(d);
      case "assigned" ->
          new Entry.Assigned(new StaffId(d.getString("worker")), new StaffId(d.getString("by")));
      case "closed" ->
          new Entry.Closed(
              d.getString("reason"), d.getString("outcome"), new StaffId(d.getString("by")));
      case "reopened" -> new Entry.Reopened(new MessageId(d.getString("by")));
      case "consented" -> consented(d);
      default -> throw new IllegalStateException("a log entry of a kind that is not known");
    };
  }

  private static Entry.Received received(Document d) {
    return new Entry.Received(
        new MessageId(d.getString("message")),
        new ConversationId(d.getString("conversation")),
        new LineId(d.getString("line")),
        d.getString("channel"),
        d.getString("kind"),
        boxed(d.getString("content")),
        WatchDocuments.risk(d.get("risk", Document.class)),
        d.getList("changes", Document.class).stream().map(EntryDocuments::change).toList());
  }

  private static Entry.Change change(Document d) {
    MessageId id = new MessageId(d.getString("id"));
    return d.containsKey("content")
        ? new Entry.Change.Edited(
            id,
            boxed(d.getString("content")),
            WatchDocuments.risk(d.get("risk", Document.class)),
            at(d, "at"))
        : new Entry.Change.Deleted(id, at(d, "at"));
  }

  private static Entry.Sent sent(Document d) {
    return new Entry.Sent(
        new MessageId(d.getString("message")),
        new ConversationId(d.getString("conversation")),
        new LineId(d.getString("line")),
        d.getString("channel"),
        Purpose.valueOf(d.getString("purpose")),
        Author.valueOf(d.getString("author")),
        staff(d, "by"),
        boxed(d.getString("text")),
        d.getLong("consentSeq"),
        new Delivery(Delivery.Status.valueOf(d.getString("delivery")), d.getString("code")));
  }

  private static Entry.Consented consented(Document d) {
    return new Entry.Consented(
        new ConversationId(d.getString("conversation")),
        ConsentSignal.valueOf(d.getString("signal")),
        new MessageId(d.getString("cause")),
        d.getLong("ledgerSeq"),
        set(d, "revoked", Purpose::valueOf),
        d.getBoolean("changes"));
  }
}
