package org.reachline.cases.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answers of the interface for scripts that are not pages; codes are public and stay. */
final class WebAnswers {
  private WebAnswers() {}

  /**
   * The newest entry's place: what staff and client did makes a case another one, a receipt of a
   * message does not.
   */
  static String tag(CaseFile file) {
    return "\"" + file.log().seq() + "\"";
  }

  /** Whether an If-Match names this version; weak tags never match. */
  static boolean names(String ifMatch, CaseFile file) {
    for (String one : ifMatch.split(",", -1)) {
      String tag = one.strip();
      if (tag.equals("*") || tag.equals(tag(file))) {
        return true;
      }
    }
    return false;
  }

  static ResponseEntity<Map<String, Object>> found(CaseFile file, Map<String, Object> body) {
    return ResponseEntity.ok().eTag(tag(file)).body(body);
  }

  /** A problem of the request itself. */
  static ResponseEntity<Map<String, Object>> problem(HttpStatus status, String code) {
    return problem(status, problemOf(status, code));
  }

  /** A command that was not done, with the case as it stands. */
  static ResponseEntity<Map<String, Object>> refused(
      Refusal why, CaseFile file, Map<String, Object> current) {
    HttpStatus status = HttpStatus.valueOf(why.status());
    Map<String, Object> body = problemOf(status, why.code());
    body.put("current", current);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .eTag(tag(file))
        .body(body);
  }

  private static ResponseEntity<Map<String, Object>> problem(
      HttpStatus status, Map<String, Object> body) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
  }

  private static Map<String, Object> problemOf(HttpStatus status, String code) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "about:blank");
    body.put("title", status.getReasonPhrase());
    body.put("status", status.value());
    body.put("code", code);
    return body;
  }
}
