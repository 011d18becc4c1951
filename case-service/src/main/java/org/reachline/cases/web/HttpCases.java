package org.reachline.cases.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Rank;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.CaseStore.Slice;
import org.reachline.cases.view.CaseView;
import org.reachline.contracts.CaseId;
import org.reachline.trust.Act;
import org.reachline.trust.Scope;
import org.reachline.trust.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases for scripts: lists without words, one case with its newest entries. */
@RestController
final class HttpCases {
  private static final int MOST = 200;
  private final CaseStore store;
  private final WebReader reader;
  private final WebDoor door;

  HttpCases(CaseStore store, WebReader reader, WebDoor door) {
    this.store = store;
    this.reader = reader;
    this.door = door;
  }

  @GetMapping("/api/v1/cases")
  ResponseEntity<Map<String, Object>> list(
      @RequestParam(defaultValue = "team") String view,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit,
      Scope scope,
      SignedIn who) {
    door.lists(scope);
    if (!after.isEmpty() && !QueuePages.CURSOR.matcher(after).matches()) {
      return WebAnswers.problem(HttpStatus.BAD_REQUEST, "cursor-malformed");
    }
    int most = Math.clamp(limit, 1, MOST);
    Slice slice = new Slice(QueuePages.named(view), who.member().id(), after, most);
    List<CaseFile> files = store.queue(scope, slice);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "cases",
        files.stream()
            .filter(file -> door.may(scope, Act.READ_CASE, file))
            .map(CaseView::brief)
            .toList());
    body.put("next", files.size() < most ? "" : Rank.of(files.getLast()));
    return ResponseEntity.ok(body);
  }

  @GetMapping("/api/v1/cases/{id}")
  ResponseEntity<Map<String, Object>> read(@PathVariable CaseId id, Scope scope) {
    CaseFile file = door.open(scope, id, Act.READ_CASE);
    return WebAnswers.found(file, CaseView.full(reader.story(scope, file, Long.MAX_VALUE)));
  }
}
