package org.reachline.cases.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.reachline.cases.core.Client;
import org.reachline.cases.core.Content;
import org.reachline.cases.core.Conversation;
import org.reachline.cases.core.Ledger;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.Wish;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Sealed;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.OutboundEvent.Purpose;

/** Conversations, clients, ledgers and places as documents; addresses and names in boxes. */
final class PeopleDocuments {
  private final Boxes boxes;

  PeopleDocuments(Boxes boxes) {
    this.boxes = boxes;
  }

  Document conversation(Conversation c) {
    return new Document("_id", c.id().value())
        .append("address", boxes.ofAddress(c).box())
        .append("lastTwo", c.lastTwo())
        .append("channel", c.channel())
        .append("line", c.line().value())
        .append("owner", c.owner().value())
        .append("since", Date.from(c.since()));
  }

  static Conversation conversation(Document d) {
    return new Conversation(
        new ConversationId(d.getString("_id")),
        boxed(d.getString("address")),
        d.getString("lastTwo"),
        d.getString("channel"),
        new LineId(d.getString("line")),
        new ClientId(d.getString("owner")),
        at(d, "since"),
        d.getLong("v"));
  }

  Document client(Client c) {
    Document open = new Document();
    c.open().forEach((programme, reservation) -> open.append(programme, reservation(reservation)));
    return new Document("_id", c.id().value())
        .append("name", boxes.ofName(c).box())
        .append("open", open);
  }

  static Client client(Document d) {
    Map<String, Client.Reservation> open = new LinkedHashMap<>();
    Document stored = d.get("open", Document.class);
    for (String programme : stored.keySet()) {
      open.put(programme, reservation(stored.get(programme, Document.class)));
    }
    return new Client(
        new ClientId(d.getString("_id")), boxed(d.getString("name")), open, d.getLong("v"));
  }

  private static Document reservation(Client.Reservation r) {
    return new Document("case", r.caseId().value())
        .append("openedBy", r.openedBy().value())
        .append("line", r.line().value())
        .append("at", Date.from(r.at()));
  }

  private static Client.Reservation reservation(Document d) {
    return new Client.Reservation(
        new CaseId(d.getString("case")),
        new MessageId(d.getString("openedBy")),
        new LineId(d.getString("line")),
        at(d, "at"));
  }

  static Document ledger(Ledger ledger) {
    return new Document("_id", ledger.id().value())
        .append("entries", ledger.entries().stream().map(PeopleDocuments::line).toList());
  }

  static Ledger ledger(Document d) {
    return new Ledger(
        new ConversationId(d.getString("_id")),
        d.getList("entries", Document.class).stream().map(PeopleDocuments::line).toList(),
        d.getLong("v"));
  }

  private static Document line(Ledger.Line line) {
    return new Document("seq", line.seq())
        .append("at", Date.from(line.at()))
        .append("signal", line.signal().name())
        .append("source", line.source())
        .append("rule", line.rule())
        .append("cause", line.cause().value())
        .append("revoked", sorted(line.revoked(), Purpose::name))
        .append("previous", line.previous());
  }

  private static Ledger.Line line(Document d) {
    return new Ledger.Line(
        d.getLong("seq"),
        at(d, "at"),
        Wish.valueOf(d.getString("signal")),
        d.getString("source"),
        d.getString("rule"),
        new MessageId(d.getString("cause")),
        set(d, "revoked", Purpose::valueOf),
        d.getString("previous"));
  }

  static Document placed(Placed p) {
    return new Document("_id", p.id()).append("case", p.caseId().value()).append("page", p.page());
  }

  static Placed placed(Document d) {
    return new Placed(
        d.getString("_id"), new CaseId(d.getString("case")), d.getLong("page"), d.getLong("v"));
  }

  static <T> Content<T> boxed(String box) {
    return new Content.Boxed<>(new Sealed(box));
  }

  static Instant at(Document d, String field) {
    return d.getDate(field).toInstant();
  }

  static <T> List<String> sorted(Collection<T> values, Function<T, String> text) {
    return values.stream().map(text).sorted().toList();
  }

  static <T> Set<T> set(Document d, String field, Function<String, T> make) {
    return d.getList(field, String.class).stream()
        .map(make)
        .collect(Collectors.toUnmodifiableSet());
  }

  static Set<StaffId> staff(Document d, String field) {
    return set(d, field, StaffId::new);
  }
}
