package org.reachline.cases.web;

import java.util.Map;
import org.reachline.cases.CommandFlow;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Command;
import org.reachline.cases.core.Verdict;
import org.reachline.cases.view.CaseView;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.StaffId;
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
import org.springframework.web.bind.annotation.RestController;

/** The end of a crisis: a named person says how it ended; nothing else ends one. */
@RestController
final class HttpCrises {
  private final WebDoor door;
  private final WebReader reader;
  private final WebCommands commands;
  private final CommandFlow flow;

  HttpCrises(WebDoor door, WebReader reader, WebCommands commands, CommandFlow flow) {
    this.door = door;
    this.reader = reader;
    this.commands = commands;
    this.flow = flow;
  }

  /** How it ended. */
  record Disposal(String outcome) {
    Disposal {
      outcome = outcome == null ? "" : outcome;
    }
  }

  /** Disposes of a crisis and its episode; the same person's key again is the same command. */
  @PostMapping("/api/v1/crises/{id}/dispose")
  ResponseEntity<Map<String, Object>> dispose(
      @PathVariable CrisisId id,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      @RequestBody Disposal body,
      Scope scope,
      SignedIn who) {
    CaseFile file = door.open(scope, door.ofCrisis(scope, id).id(), Act.DISPOSE_CRISIS);
    if (!WebCommands.isKey(key)) {
      return WebAnswers.problem(HttpStatus.PRECONDITION_REQUIRED, "idempotency-key-required");
    }
    StaffId me = who.member().id();
    Command command =
        new Command.Dispose(
            commands.id(me, file.id(), "dispose/" + id, key), me, id, body.outcome());
    return answer(scope, Guard.found(flow.execute(scope, file.id(), command)));
  }

  private ResponseEntity<Map<String, Object>> answer(Scope scope, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Do(var file) -> now(scope, file);
      case Verdict.Already(var file) -> now(scope, file);
      case Verdict.Refused(var why, var file) ->
          WebAnswers.refused(why, file, CaseView.full(reader.story(scope, file, Long.MAX_VALUE)));
    };
  }

  private ResponseEntity<Map<String, Object>> now(Scope scope, CaseFile done) {
    CaseFile file = door.open(scope, done.id(), Act.READ_CASE);
    return WebAnswers.found(file, CaseView.full(reader.story(scope, file, Long.MAX_VALUE)));
  }
}
