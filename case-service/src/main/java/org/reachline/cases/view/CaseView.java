package org.reachline.cases.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Rank;
import org.reachline.contracts.StaffId;

/** A case as scripts read it. Pure; codes and ids, and words only in the entries of one case. */
public final class CaseView {
  private CaseView() {}

  /** Without a word of anybody. */
  public static Map<String, Object> brief(CaseFile file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", file.id().value());
    json.put("version", file.log().seq());
    json.put("seq", file.log().seq());
    json.put("state", ThreadView.state(file));
    json.put("group", WebCodes.dashed(Rank.group(file)));
    json.put("severity", QueueView.severity(file));
    json.put("assignee", assignee(file));
    json.put("language", file.work().language());
    json.put("programme", file.opening().programme());
    json.put("openedAt", file.opening().at().toString());
    json.put("waitSince", Rank.since(file).toString());
    QueueView.leading(file).ifPresent(crisis -> json.put("crisis", crisis(crisis)));
    return json;
  }

  private static String assignee(CaseFile file) {
    return file.work().assignees().stream().map(StaffId::value).sorted().findFirst().orElse("");
  }

  private static Map<String, Object> crisis(Crisis crisis) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", crisis.id().value());
    json.put("severity", WebCodes.of(crisis.severity()));
    json.put("category", WebCodes.of(crisis.category()));
    json.put("status", WebCodes.of(crisis.duty().status()));
    json.put("takenBy", crisis.duty().holder().stream().map(StaffId::value).findFirst().orElse(""));
    json.put("raisedAt", crisis.raisedAt().toString());
    return json;
  }

  /** With the newest entries. */
  public static Map<String, Object> full(WebStory story) {
    Map<String, Object> json = brief(story.file());
    json.put("conversationId", story.current().map(c -> c.id().value()).orElse(""));
    json.put("entries", entries(story));
    json.put("older", story.older());
    return json;
  }

  private static List<Map<String, Object>> entries(WebStory story) {
    List<Map<String, Object>> entries = new ArrayList<>();
    story.said().forEach(said -> entries.add(entry(said)));
    return entries;
  }

  private static Map<String, Object> entry(WebStory.Said said) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("seq", said.entry().seq());
    json.put("at", said.entry().at().toString());
    switch (said.entry().body()) {
      case Entry.Received received -> received(said, received, json);
      case Entry.Sent sent -> sent(said, sent, json);
      case Entry.Opened _ -> json.put("kind", "opened");
      case Entry.Reopened _ -> json.put("kind", "reopened");
      case Entry.Assigned(var worker, var by) -> {
        json.put("kind", "assigned");
        json.put("worker", worker.value());
        json.put("by", by.value());
      }
      case Entry.Closed(var reason, var outcome, var by) -> {
        json.put("kind", "closed");
        json.put("reason", reason);
        json.put("outcome", outcome);
        json.put("by", by.value());
      }
      case Entry.Consented consented -> {
        json.put("kind", "consent");
        json.put("signal", WebCodes.of(consented.signal()));
      }
    }
    return json;
  }

  private static void received(
      WebStory.Said said, Entry.Received received, Map<String, Object> json) {
    json.put("kind", "message");
    json.put("author", "client");
    json.put("messageId", received.messageId().value());
    json.put("conversationId", received.conversationId().value());
    json.put("text", said.text().reveal());
    json.put("shape", said.shape());
    json.put("severity", WebCodes.of(received.risk().severity()));
    boolean deleted = received.changes().stream().anyMatch(Entry.Change.Deleted.class::isInstance);
    json.put("deleted", deleted);
    Optional<WebStory.Edit> newest = said.edits().reversed().stream().findFirst();
    newest.ifPresent(edit -> json.put("editedText", edit.text().reveal()));
  }

  private static void sent(WebStory.Said said, Entry.Sent sent, Map<String, Object> json) {
    json.put("kind", "message");
    json.put("author", WebCodes.of(sent.author()));
    json.put("by", sent.by().stream().map(StaffId::value).findFirst().orElse(""));
    json.put("messageId", sent.messageId().value());
    json.put("conversationId", sent.conversationId().value());
    json.put("text", said.text().reveal());
    json.put("delivery", WebCodes.of(sent.delivery().status()));
  }
}
