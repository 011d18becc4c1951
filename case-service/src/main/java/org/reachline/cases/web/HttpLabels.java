package org.reachline.cases.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.reachline.cases.CaseMetrics;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.examples.Example;
import org.reachline.cases.core.examples.Example.Outcome;
import org.reachline.cases.core.examples.Label;
import org.reachline.cases.examples.Export;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.Category;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.Id;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Act;
import org.reachline.trust.Scope;
import org.reachline.trust.web.Guard;
import org.reachline.trust.web.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Labels for scripts, and all of them as lines of JSON for whoever supervises. */
@RestController
final class HttpLabels {
  /** Where supervisors fetch what was labelled. */
  static final String EXPORT = "/api/v1/examples";

  private static final Logger log = LoggerFactory.getLogger(HttpLabels.class);
  private static final MediaType LINES =
      new MediaType("application", "x-ndjson", StandardCharsets.UTF_8);
  private static final int MOST = 1000;
  private final WebDoor door;
  private final WebCommands commands;
  private final WebLabels labels;
  private final Export export;
  private final CaseMetrics metrics;

  HttpLabels(
      WebDoor door, WebCommands commands, WebLabels labels, Export export, CaseMetrics metrics) {
    this.door = door;
    this.commands = commands;
    this.labels = labels;
    this.export = export;
    this.metrics = metrics;
  }

  /** What a message really was. */
  record Body(String label, String category, String severity) {}

  @PostMapping("/api/v1/cases/{id}/messages/{message}/label")
  ResponseEntity<Map<String, Object>> label(
      @PathVariable CaseId id,
      @PathVariable MessageId message,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      @RequestBody Body body,
      Scope scope,
      SignedIn who) {
    CaseFile file = door.open(scope, id, Act.LABEL_MESSAGE);
    Guard.own(scope, message);
    if (key.isEmpty()) {
      return WebAnswers.problem(HttpStatus.PRECONDITION_REQUIRED, "idempotency-key-required");
    }
    if (!WebCommands.isKey(key)) {
      return WebAnswers.problem(HttpStatus.BAD_REQUEST, "idempotency-key-malformed");
    }
    StaffId me = who.member().id();
    CommandId command = commands.id(me, id, "label/" + message, key);
    var asked =
        new WebLabels.Asked(body.label(), body.category(), body.severity(), message.value());
    return answer(labels.say(scope, file, command, me, asked));
  }

  private static ResponseEntity<Map<String, Object>> answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var example) -> ResponseEntity.ok(shown(example));
      case Outcome.Same(var example) -> ResponseEntity.ok(shown(example));
      case Outcome.Reused _ ->
          WebAnswers.problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
      case Outcome.Refused(var code) -> WebAnswers.problem(status(code), code);
    };
  }

  private static HttpStatus status(String code) {
    return switch (code) {
      case WebLabels.UNKNOWN_MESSAGE -> HttpStatus.NOT_FOUND;
      case WebLabels.UNKNOWN_LABEL -> HttpStatus.UNPROCESSABLE_CONTENT;
      case "busy" -> HttpStatus.SERVICE_UNAVAILABLE;
      default -> HttpStatus.CONFLICT;
    };
  }

  private static Map<String, Object> shown(Example example) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", example.id().value());
    body.put(
        "label", example.mark().map(mark -> mark.label().code()).orElse(Label.WITHDRAWN.code()));
    body.put("severity", code(example.severity()));
    body.put("category", example.category() == Category.NONE ? "" : code(example.category()));
    body.put("by", example.mark().map(mark -> mark.by().value()).orElse(""));
    body.put("at", example.mark().map(mark -> mark.at().toString()).orElse(""));
    return body;
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Labelled messages with their words, a part at a time; the log tells who took how many. */
  @GetMapping(EXPORT)
  ResponseEntity<?> export(
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "500") int limit,
      Scope scope,
      SignedIn who) {
    door.exports(scope);
    if (!after.isEmpty() && !Id.isValid(after)) {
      return WebAnswers.problem(HttpStatus.BAD_REQUEST, "cursor-malformed");
    }
    int most = Math.clamp(limit, 1, MOST);
    Export.Part part = export.part(scope, after, most);
    log.info(
        "examples-exported by={} lines={} unreadable={}",
        who.member().id(),
        part.written(),
        part.unreadable());
    metrics.exported(part.written());
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(LINES)
            .cacheControl(CacheControl.noStore())
            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"examples.jsonl\"");
    if (!part.next().isEmpty()) {
      String next = EXPORT + "?after=" + part.next() + "&limit=" + most;
      answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }
    return answer.body(part.lines());
  }
}
