package org.reachline.cases.store;

import static org.reachline.cases.store.PeopleDocuments.at;

import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bson.Document;
import org.reachline.cases.core.examples.Example;
import org.reachline.cases.core.examples.Label;
import org.reachline.cases.core.examples.Mark;
import org.reachline.cases.core.examples.Said;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.Category;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;

/** Examples as documents: ids and codes only. */
final class ExampleDocuments {
  private ExampleDocuments() {}

  static Document example(Example e) {
    Document d =
        new Document("_id", e.id().value())
            .append("case", e.caseId().value())
            .append("said", said(e.said()))
            .append("marks", e.marks().stream().map(ExampleDocuments::mark).toList())
            .append("review", e.awaitsReview())
            .append("labelled", e.mark().isPresent());
    e.sampled().forEach(at -> d.append("sampledAt", Date.from(at)));
    return d;
  }

  static Example example(Document d) {
    Set<Instant> sampled = d.containsKey("sampledAt") ? Set.of(at(d, "sampledAt")) : Set.of();
    return new Example(
        new MessageId(d.getString("_id")),
        new CaseId(d.getString("case")),
        said(d.get("said", Document.class)),
        sampled,
        d.getList("marks", Document.class).stream().map(ExampleDocuments::mark).toList(),
        d.getLong("v"));
  }

  private static Document said(Said said) {
    return new Document("severity", said.severity().name())
        .append("category", said.category().name())
        .append("cues", said.cues())
        .append("rules", said.rulesVersion())
        .append("reason", said.reason());
  }

  private static Said said(Document d) {
    return new Said(
        Severity.valueOf(d.getString("severity")),
        Category.valueOf(d.getString("category")),
        d.getList("cues", String.class),
        d.getString("rules"),
        d.getString("reason"));
  }

  private static Document mark(Mark mark) {
    return new Document("id", mark.id().value())
        .append("by", mark.by().value())
        .append("at", Date.from(mark.at()))
        .append("label", mark.label().name())
        .append("category", mark.category().name())
        .append("severity", mark.severity().name());
  }

  private static Mark mark(Document d) {
    return new Mark(
        new CommandId(d.getString("id")),
        new StaffId(d.getString("by")),
        at(d, "at"),
        Label.valueOf(d.getString("label")),
        Category.valueOf(d.getString("category")),
        Severity.valueOf(d.getString("severity")));
  }
}
