package org.reachline.cases.store;

import static org.reachline.cases.store.PeopleDocuments.at;
import static org.reachline.cases.store.PeopleDocuments.set;
import static org.reachline.cases.store.PeopleDocuments.sorted;
import static org.reachline.cases.store.PeopleDocuments.staff;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.FirstAnswers;
import org.reachline.cases.core.Page;
import org.reachline.cases.core.Rank;
import org.reachline.cases.core.Row;
import org.reachline.cases.core.Stage;
import org.reachline.cases.core.Waits;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.OutboundEvent.Purpose;

/**
 * A case and its pages as documents. Beside the case itself they hold what ranged reads ask for:
 * open, group, assignee, unassessed, rank, and dueAt while something is still to be done.
 */
final class CaseDocuments {
  private final EntryDocuments entries;
  private final InstantSource clock;

  CaseDocuments(Boxes boxes, InstantSource clock) {
    this.entries = new EntryDocuments(boxes);
    this.clock = clock;
  }

  Document file(CaseFile f) {
    Document document =
        new Document("_id", f.id().value())
            .append("opening", opening(f.opening()))
            .append("stage", stage(f.work().stage()))
            .append("assignees", sorted(f.work().assignees(), StaffId::value))
            .append("waits", waits(f.work().waits()))
            .append("language", f.work().language())
            .append("crises", f.crises().stream().map(WatchDocuments::crisis).toList())
            .append("tail", entries(f.id(), f.log().tail()))
            .append("seq", f.log().seq())
            .append("pages", f.log().pages())
            .append("last", f.outbox().last())
            .append("outbox", f.outbox().rows().stream().map(CaseDocuments::row).toList())
            .append("commands", f.outbox().commands().stream().map(CommandId::value).toList());
    return ranged(f, document);
  }

  private Document ranged(CaseFile f, Document document) {
    document
        .append("open", !f.closed())
        .append("group", (long) Rank.group(f).ordinal())
        .append(
            "assignee", f.work().assignees().stream().map(StaffId::value).findFirst().orElse(""))
        .append("unassessed", f.work().waits().unassessed() && f.work().waits().forUs())
        .append("rank", Rank.of(f));
    Optional<Instant> due =
        f.outbox().rows().isEmpty() ? FirstAnswers.due(f) : Optional.of(clock.instant());
    due.ifPresent(at -> document.append("dueAt", Date.from(at)));
    return document;
  }

  static CaseFile read(Document d) {
    return new CaseFile(
        new CaseId(d.getString("_id")),
        opening(d.get("opening", Document.class)),
        new CaseFile.Work(
            stage(d.get("stage", Document.class)),
            staff(d, "assignees"),
            waits(d.get("waits", Document.class)),
            d.getString("language")),
        d.getList("crises", Document.class).stream().map(WatchDocuments::crisis).toList(),
        new CaseFile.Log(readEntries(d, "tail"), d.getLong("seq"), d.getLong("pages")),
        new CaseFile.Outbox(
            d.getLong("last"),
            d.getList("outbox", Document.class).stream().map(CaseDocuments::row).toList(),
            d.getList("commands", String.class).stream().map(CommandId::new).toList()),
        d.getLong("v"));
  }

  Document page(Page page) {
    return new Document("_id", page.id())
        .append("case", page.caseId().value())
        .append("number", page.number())
        .append("entries", entries(page.caseId(), page.entries()));
  }

  static Page readPage(Document d) {
    return new Page(
        new CaseId(d.getString("case")),
        d.getLong("number"),
        readEntries(d, "entries"),
        d.getLong("v"));
  }

  private List<Document> entries(CaseId id, List<Entry> log) {
    return log.stream().map(entry -> entries.entry(id, entry)).toList();
  }

  private static List<Entry> readEntries(Document d, String field) {
    return d.getList(field, Document.class).stream().map(EntryDocuments::entry).toList();
  }

  private static Document opening(CaseFile.Opening o) {
    return new Document("client", o.client().value())
        .append("programme", o.programme())
        .append("queue", o.queue())
        .append("line", o.line().value())
        .append("openedBy", o.openedBy().value())
        .append("at", Date.from(o.at()));
  }

  private static CaseFile.Opening opening(Document d) {
    return new CaseFile.Opening(
        new ClientId(d.getString("client")),
        d.getString("programme"),
        d.getString("queue"),
        new LineId(d.getString("line")),
        new MessageId(d.getString("openedBy")),
        at(d, "at"));
  }

  private static Document stage(Stage stage) {
    return switch (stage) {
      case Stage.Open _ -> new Document("is", "open");
      case Stage.Waiting _ -> new Document("is", "waiting");
      case Stage.Closed(var at) -> new Document("is", "closed").append("at", Date.from(at));
    };
  }

  private static Stage stage(Document d) {
    return switch (d.getString("is")) {
      case "open" -> new Stage.Open();
      case "waiting" -> new Stage.Waiting();
      default -> new Stage.Closed(at(d, "at"));
    };
  }

  private static Document waits(Waits w) {
    return new Document("lastInbound", w.lastInbound())
        .append("lastReply", w.lastReply())
        .append("level", w.level().name())
        .append("unassessed", w.unassessed())
        .append("since", Date.from(w.since()));
  }

  private static Waits waits(Document d) {
    return new Waits(
        d.getLong("lastInbound"),
        d.getLong("lastReply"),
        Severity.valueOf(d.getString("level")),
        d.getBoolean("unassessed"),
        at(d, "since"));
  }

  private static Document row(Row row) {
    return switch (row) {
      case Row.OfEntry(var no, var seq) -> new Document("no", no).append("seq", seq);
      case Row.Raised(var no, var id) -> new Document("no", no).append("raised", id.value());
      case Row.Disposed(var no, var id) -> new Document("no", no).append("disposed", id.value());
      case Row.Reassessed(var no, var lead, var cause) ->
          new Document("no", no).append("lead", lead.value()).append("cause", cause.value());
      case Row.Paused(var no, var conversation, var revoked, var seq, var at) ->
          new Document("no", no)
              .append("paused", conversation.value())
              .append("revoked", sorted(revoked, Purpose::name))
              .append("ledgerSeq", seq)
              .append("at", Date.from(at));
    };
  }

  private static Row row(Document d) {
    long no = d.getLong("no");
    if (d.containsKey("seq")) {
      return new Row.OfEntry(no, d.getLong("seq"));
    }
    if (d.containsKey("lead")) {
      return new Row.Reassessed(
          no, new CrisisId(d.getString("lead")), new CrisisId(d.getString("cause")));
    }
    if (d.containsKey("paused")) {
      return new Row.Paused(
          no,
          new ConversationId(d.getString("paused")),
          set(d, "revoked", Purpose::valueOf),
          d.getLong("ledgerSeq"),
          at(d, "at"));
    }
    return d.containsKey("raised")
        ? new Row.Raised(no, new CrisisId(d.getString("raised")))
        : new Row.Disposed(no, new CrisisId(d.getString("disposed")));
  }
}
