package org.reachline.cases.web;

import java.util.Map;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Command;
import org.reachline.cases.core.Refusal;
import org.reachline.cases.core.Verdict;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.view.CaseView;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.Id;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.personal.MessageText;
import org.reachline.trust.Act;
import org.reachline.trust.Scope;
import org.reachline.trust.web.Guard;
import org.reachline.trust.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Commands for scripts. Each needs an Idempotency-Key: the same key again is the same command.
 * Assigning and closing need If-Match; a reply says with {@code seenSeq} what its author had read,
 * which is asked instead, because a receipt that came in between is no reason to hold a reply back.
 */
@RestController
@RequestMapping("/api/v1/cases/{id}")
final class HttpCommands {
  private static final String KEY = "Idempotency-Key";
  private static final String IF_MATCH = "If-Match";

  private final WebDoor door;
  private final WebReader reader;
  private final WebCommands commands;
  private final CaseStore store;

  HttpCommands(WebDoor door, WebReader reader, WebCommands commands, CaseStore store) {
    this.door = door;
    this.reader = reader;
    this.commands = commands;
    this.store = store;
  }

  /** An answer to the client. */
  record Reply(String text, String conversationId, long seenSeq) {
    Reply {
      text = text == null ? "" : text;
      conversationId = conversationId == null ? "" : conversationId;
    }

    @Override
    public String toString() {
      return "Reply";
    }
  }

  /** Who is to have the case. */
  record Assign(String worker) {
    Assign {
      worker = worker == null ? "" : worker;
    }
  }

  /** How it ended. */
  record Close(String reason, String outcome, long seenSeq) {
    Close {
      reason = reason == null ? "" : reason;
      outcome = outcome == null ? "" : outcome;
    }
  }

  /** What makes a command that should not be tried; decided before its body is looked at. */
  private enum Fault {
    NONE(HttpStatus.OK, ""),
    NO_KEY(HttpStatus.PRECONDITION_REQUIRED, "idempotency-key-required"),
    BAD_KEY(HttpStatus.BAD_REQUEST, "idempotency-key-malformed"),
    NO_MATCH(HttpStatus.PRECONDITION_REQUIRED, "if-match-required"),
    STALE(HttpStatus.PRECONDITION_FAILED, "stale");

    private final HttpStatus status;
    private final String code;

    Fault(HttpStatus status, String code) {
      this.status = status;
      this.code = code;
    }
  }

  @PostMapping("/reply")
  ResponseEntity<Map<String, Object>> reply(
      @PathVariable CaseId id,
      @RequestHeader(name = KEY, defaultValue = "") String key,
      @RequestHeader(name = IF_MATCH, defaultValue = "") String ifMatch,
      @RequestBody Reply body,
      Scope scope,
      SignedIn who) {
    CaseFile file = door.open(scope, id, Act.REPLY);
    StaffId me = who.member().id();
    CommandId command = commands.id(me, id, "reply", key);
    Fault fault = fault(file, key, ifMatch.isEmpty() ? "*" : ifMatch, command);
    if (fault != Fault.NONE) {
      return refuse(scope, file, fault);
    }
    if (!Id.isValid(body.conversationId())) {
      return WebAnswers.problem(HttpStatus.UNPROCESSABLE_CONTENT, "conversation-malformed");
    }
    ConversationId to = Guard.own(scope, new ConversationId(body.conversationId()));
    MessageText text = new MessageText(body.text());
    return answer(scope, commands.reply(scope, file, command, me, to, text, body.seenSeq()));
  }

  @PostMapping("/assign")
  ResponseEntity<Map<String, Object>> assign(
      @PathVariable CaseId id,
      @RequestHeader(name = KEY, defaultValue = "") String key,
      @RequestHeader(name = IF_MATCH, defaultValue = "") String ifMatch,
      @RequestBody Assign body,
      Scope scope,
      SignedIn who) {
    CaseFile file = door.open(scope, id, Act.ASSIGN);
    StaffId me = who.member().id();
    CommandId command = commands.id(me, id, "assign", key);
    Fault fault = fault(file, key, ifMatch, command);
    if (fault != Fault.NONE) {
      return refuse(scope, file, fault);
    }
    long seq = file.log().seq();
    return answer(scope, commands.assign(scope, file, command, me, body.worker(), seq));
  }

  @PostMapping("/close")
  ResponseEntity<Map<String, Object>> close(
      @PathVariable CaseId id,
      @RequestHeader(name = KEY, defaultValue = "") String key,
      @RequestHeader(name = IF_MATCH, defaultValue = "") String ifMatch,
      @RequestBody Close body,
      Scope scope,
      SignedIn who) {
    CaseFile file = door.open(scope, id, Act.CLOSE_CASE);
    StaffId me = who.member().id();
    CommandId command = commands.id(me, id, "close", key);
    Fault fault = fault(file, key, ifMatch, command);
    if (fault != Fault.NONE) {
      return refuse(scope, file, fault);
    }
    Command.Close close =
        new Command.Close(
            command, me, body.reason(), body.outcome(), body.seenSeq(), file.log().seq());
    return answer(scope, commands.close(scope, file, close));
  }

  /** A command that was done before is not stale: its own doing made the case newer. */
  private static Fault fault(CaseFile file, String key, String ifMatch, CommandId command) {
    if (key.isEmpty()) {
      return Fault.NO_KEY;
    }
    if (!WebCommands.isKey(key)) {
      return Fault.BAD_KEY;
    }
    if (ifMatch.isEmpty()) {
      return Fault.NO_MATCH;
    }
    boolean current = file.did(command) || WebAnswers.names(ifMatch, file);
    return current ? Fault.NONE : Fault.STALE;
  }

  private ResponseEntity<Map<String, Object>> refuse(Scope scope, CaseFile file, Fault fault) {
    return fault == Fault.STALE
        ? WebAnswers.refused(Refusal.STALE, file, current(scope, file))
        : WebAnswers.problem(fault.status, fault.code);
  }

  private ResponseEntity<Map<String, Object>> answer(Scope scope, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Do(var file) -> now(scope, file.id());
      case Verdict.Already(var file) -> now(scope, file.id());
      case Verdict.Refused(var why, var file) ->
          WebAnswers.refused(why, file, current(scope, file));
    };
  }

  private ResponseEntity<Map<String, Object>> now(Scope scope, CaseId id) {
    CaseFile file = Guard.found(store.files().one(scope, id));
    return WebAnswers.found(file, current(scope, file));
  }

  private Map<String, Object> current(Scope scope, CaseFile file) {
    return CaseView.full(reader.story(scope, file, Long.MAX_VALUE));
  }
}
