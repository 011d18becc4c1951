package org.reachline.cases.store;

import static org.reachline.cases.store.PeopleDocuments.at;
import static org.reachline.cases.store.PeopleDocuments.sorted;
import static org.reachline.cases.store.PeopleDocuments.staff;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Duty;
import org.reachline.cases.core.Risk;
import org.reachline.cases.core.Watch;
import org.reachline.cases.core.Why;
import org.reachline.contracts.Category;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.CrisisEvent.Evidence;
import org.reachline.triage.WeatherAlert;

/** Crises, what staff did about them, and readings of messages as documents: ids and codes only. */
final class WatchDocuments {
  private WatchDocuments() {}

  static Document watch(Watch watch) {
    return new Document("_id", watch.id().value())
        .append("raised", watch.raised().stream().map(WatchDocuments::crisis).toList())
        .append("duty", duty(watch.duty()));
  }

  static Watch watch(Document d) {
    return new Watch(
        new CrisisId(d.getString("_id")),
        d.getList("raised", Document.class).stream().map(WatchDocuments::crisis).toList(),
        duty(d.get("duty", Document.class)),
        d.getLong("v"));
  }

  static Document crisis(Crisis c) {
    return why(c.why(), new Document("id", c.id().value()))
        .append("lead", c.lead().value())
        .append("conversation", c.conversationId().value())
        .append("raisedBy", c.raisedBy().value())
        .append("category", c.category().name())
        .append("severity", c.severity().name())
        .append("language", c.language())
        .append("answer", c.answer().name())
        .append("acceptedAt", Date.from(c.acceptedAt()))
        .append("raisedAt", Date.from(c.raisedAt()))
        .append("duty", duty(c.duty()));
  }

  static Crisis crisis(Document d) {
    return new Crisis(
        new CrisisId(d.getString("id")),
        new CrisisId(d.getString("lead")),
        new ConversationId(d.getString("conversation")),
        new MessageId(d.getString("raisedBy")),
        Category.valueOf(d.getString("category")),
        Severity.valueOf(d.getString("severity")),
        why(d),
        d.get("language", CrisisEvent.CrisisRaised.NO_LANGUAGE), // older documents lack both
        Crisis.Answer.valueOf(d.get("answer", Crisis.Answer.NEEDLESS.name())),
        at(d, "acceptedAt"),
        at(d, "raisedAt"),
        duty(d.get("duty", Document.class)));
  }

  static Document risk(Risk r) {
    return why(r.why(), new Document("severity", r.severity().name()))
        .append("category", r.category().name())
        // readers of the release before need it beside them in an upgrade; goes with the next one
        .append("earlier", (long) r.why().readWith().size())
        .append("also", r.also().stream().map(WatchDocuments::finding).toList())
        .append("guarded", r.guarded())
        .append("reason", r.reason())
        .append("weather", r.weather().name());
  }

  static Risk risk(Document d) {
    return new Risk(
        Severity.valueOf(d.getString("severity")),
        Category.valueOf(d.getString("category")),
        list(d, "also", Document.class).stream().map(WatchDocuments::finding).toList(),
        why(d),
        d.getBoolean("guarded", false),
        d.getString("reason"),
        WeatherAlert.valueOf(d.get("weather", WeatherAlert.NONE.name()))); // older ones lack it
  }

  private static Document finding(Risk.Finding finding) {
    return new Document("category", finding.category().name())
        .append("severity", finding.severity().name());
  }

  private static Risk.Finding finding(Document d) {
    return new Risk.Finding(
        Category.valueOf(d.getString("category")), Severity.valueOf(d.getString("severity")));
  }

  private static Document why(Why why, Document into) {
    return into.append("evidence", why.evidence().stream().map(WatchDocuments::evidence).toList())
        .append("modifiers", why.modifiers())
        .append("readWith", why.readWith().stream().map(MessageId::value).toList())
        .append("rules", why.rulesVersion());
  }

  private static Why why(Document d) {
    return new Why(
        list(d, "evidence", Document.class).stream().map(WatchDocuments::evidence).toList(),
        list(d, "modifiers", String.class), // older documents lack these two
        list(d, "readWith", String.class).stream().map(MessageId::new).toList(),
        d.getString("rules"));
  }

  private static <T> List<T> list(Document d, String field, Class<T> of) {
    return d.containsKey(field) ? d.getList(field, of) : List.of();
  }

  private static Document evidence(Evidence e) {
    return new Document("start", (long) e.start())
        .append("end", (long) e.end())
        .append("cue", e.cue())
        .append("effect", e.effect())
        .append("level", e.level().name());
  }

  private static Evidence evidence(Document d) {
    return new Evidence(
        d.getLong("start").intValue(),
        d.getLong("end").intValue(),
        d.getString("cue"),
        d.get("effect", Evidence.UNTOLD), // older documents lack it, and the level
        Severity.valueOf(d.get("level", Severity.NONE.name())));
  }

  private static Document duty(Duty duty) {
    return new Document("seq", duty.seq())
        .append("status", duty.status().name())
        .append("holder", sorted(duty.holder(), StaffId::value))
        .append("since", Date.from(duty.since()))
        .append("paged", sorted(duty.paged(), StaffId::value))
        .append("step", (long) duty.step())
        .append("attempts", duty.attempts().stream().map(WatchDocuments::attempt).toList())
        .append("outcome", duty.outcome());
  }

  private static Duty duty(Document d) {
    return new Duty(
        d.getLong("seq"),
        Duty.Status.valueOf(d.getString("status")),
        staff(d, "holder"),
        at(d, "since"),
        staff(d, "paged"),
        d.getLong("step").intValue(),
        d.getList("attempts", Document.class).stream().map(WatchDocuments::attempt).toList(),
        d.getString("outcome"));
  }

  private static Document attempt(Duty.Attempt a) {
    return new Document("page", a.page())
        .append("step", (long) a.step())
        .append("who", a.who().value())
        .append("state", a.state())
        .append("at", Date.from(a.at()));
  }

  private static Duty.Attempt attempt(Document d) {
    return new Duty.Attempt(
        d.getString("page"),
        d.getLong("step").intValue(),
        new StaffId(d.getString("who")),
        d.getString("state"),
        at(d, "at"));
  }
}
