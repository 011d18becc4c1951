package org.reachline.cases.web;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.function.Function;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Command;
import org.reachline.cases.core.Refusal;
import org.reachline.cases.core.Verdict;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.view.CaseView;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.Derived;
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

  /** Part of what a key is bound to: forms and scripts of one kind share their keys. */
  private static final Map<Act, String> KINDS =
      Map.of(Act.REPLY, "reply", Act.ASSIGN, "assign", Act.CLOSE_CASE, "close");

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

  /** A command as it came in: who, on which case, in which of its states. */
  private record Asked(Scope scope, StaffId by, CaseFile file, CommandId command) {}

  @PostMapping("/reply")
  ResponseEntity<Map<String, Object>> reply(
      @PathVariable CaseId id,
      @RequestHeader(name = KEY, defaultValue = "") String key,
      @RequestHeader(name = IF_MATCH, defaultValue = "*") String ifMatch,
      @RequestBody Reply body,
      Scope scope,
      SignedIn who) {
    return act(id, Act.REPLY, key, ifMatch, scope, who, asked -> reply(asked, body));
  }

  private ResponseEntity<Map<String, Object>> reply(Asked asked, Reply body) {
    if (!Id.isValid(body.conversationId())) {
      return WebAnswers.problem(HttpStatus.UNPROCESSABLE_CONTENT, "conversation-malformed");
    }
    ConversationId to = Guard.own(asked.scope(), new ConversationId(body.conversationId()));
    MessageText text = new MessageText(body.text());
    Verdict verdict =
        commands.reply(
            asked.scope(), asked.file(), asked.command(), asked.by(), to, text, body.seenSeq());
    boolean other =
        verdict instanceof Verdict.Already(var file)
            && reader.saysOtherwise(file, Derived.message(asked.command()), text);
    return other
        ? WebAnswers.problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused")
        : answer(asked.scope(), verdict);
  }

  @PostMapping("/assign")
  ResponseEntity<Map<String, Object>> assign(
      @PathVariable CaseId id,
      @RequestHeader(name = KEY, defaultValue = "") String key,
      @RequestHeader(name = IF_MATCH, defaultValue = "") String ifMatch,
      @RequestBody Assign body,
      Scope scope,
      SignedIn who) {
    return act(id, Act.ASSIGN, key, ifMatch, scope, who, asked -> assign(asked, body));
  }

  private ResponseEntity<Map<String, Object>> assign(Asked asked, Assign body) {
    CaseFile file = asked.file();
    long seq = file.log().seq();
    return answer(
        asked.scope(),
        commands.assign(asked.scope(), file, asked.command(), asked.by(), body.worker(), seq));
  }

  @PostMapping("/close")
  ResponseEntity<Map<String, Object>> close(
      @PathVariable CaseId id,
      @RequestHeader(name = KEY, defaultValue = "") String key,
      @RequestHeader(name = IF_MATCH, defaultValue = "") String ifMatch,
      @RequestBody Close body,
      Scope scope,
      SignedIn who) {
    return act(id, Act.CLOSE_CASE, key, ifMatch, scope, who, asked -> close(asked, body));
  }

  private ResponseEntity<Map<String, Object>> close(Asked asked, Close body) {
    CaseFile file = asked.file();
    Command.Close close =
        new Command.Close(
            asked.command(),
            asked.by(),
            body.reason(),
            body.outcome(),
            body.seenSeq(),
            file.log().seq());
    return answer(asked.scope(), commands.close(asked.scope(), file, close));
  }

  /** What every command begins with: the right to it, its key, the state it was made on. */
  private ResponseEntity<Map<String, Object>> act(
      CaseId id,
      Act act,
      String key,
      String ifMatch,
      Scope scope,
      SignedIn who,
      Function<Asked, ResponseEntity<Map<String, Object>>> command) {
    CaseFile file = door.open(scope, id, act);
    StaffId me = who.member().id();
    CommandId named = commands.id(me, id, requireNonNull(KINDS.get(act)), key);
    Fault fault = fault(file, key, ifMatch, named);
    return fault == Fault.NONE
        ? command.apply(new Asked(scope, me, file, named))
        : refuse(scope, file, fault);
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
