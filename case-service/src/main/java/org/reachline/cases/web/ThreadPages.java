package org.reachline.cases.web;

import java.util.Map;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.view.NoticeView;
import org.reachline.cases.view.WebViewer;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Act;
import org.reachline.trust.Scope;
import org.reachline.trust.web.Pages;
import org.reachline.trust.web.Refused;
import org.reachline.trust.web.Shell;
import org.reachline.trust.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** One case: its page, the parts of it that change, and the way to it from a crisis. */
@Pages
final class ThreadPages {
  private static final Map<String, String> REGIONS =
      Map.of(
          "crisis", "region/crisis",
          "entries", "region/entries",
          "panel", "region/panel",
          "mylist", "region/mylist",
          "card", "region/case-card");

  private final WebDoor door;
  private final WebThread threads;
  private final WebCommands commands;

  ThreadPages(WebDoor door, WebThread threads, WebCommands commands) {
    this.door = door;
    this.threads = threads;
    this.commands = commands;
  }

  @GetMapping("/c/{id}")
  Rendering page(
      @PathVariable CaseId id,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String sent,
      @RequestParam(defaultValue = "") String done,
      Scope scope,
      SignedIn who,
      Shell shell) {
    CaseFile file = door.open(scope, id, Act.READ_CASE);
    Rendering.Builder<?> page =
        threads.show("thread", scope, who, shell, file, WebThread.fresh(), place(before));
    WebViewer viewer = threads.viewer(who, shell);
    return notice(page, file, viewer, sent, done).build();
  }

  /** A part of the page alone; the whole but for the box, for the Phones page. */
  @GetMapping("/c/{id}/{region:crisis|entries|panel|mylist|card}")
  Rendering region(
      @PathVariable CaseId id,
      @PathVariable String region,
      Scope scope,
      SignedIn who,
      Shell shell) {
    CaseFile file = door.open(scope, id, Act.READ_CASE);
    String view = REGIONS.get(region);
    if (view == null) {
      throw Refused.notFound();
    }
    return threads.show(view, scope, who, shell, file, WebThread.fresh(), Long.MAX_VALUE).build();
  }

  @GetMapping("/crises/{id}")
  Rendering crisis(@PathVariable CrisisId id, Scope scope) {
    CaseFile file = door.ofCrisis(scope, id);
    return Rendering.redirectTo("/c/" + file.id()).status(HttpStatus.SEE_OTHER).build();
  }

  /** What was done just now, if it was. */
  private Rendering.Builder<?> notice(
      Rendering.Builder<?> page, CaseFile file, WebViewer viewer, String sent, String done) {
    if (isSent(file, viewer.me(), sent)) {
      return page.modelAttribute("notice", NoticeView.done("notice.sent"));
    }
    if (done.equals("closed") && file.closed()) {
      return page.modelAttribute("notice", NoticeView.done("notice.closed"));
    }
    if (done.equals("assigned") && !file.work().assignees().isEmpty()) {
      StaffId worker = file.work().assignees().iterator().next();
      String name = viewer.people().name(worker);
      return page.modelAttribute("notice", NoticeView.done("notice.assigned", name));
    }
    NoticeView.label(done).ifPresent(said -> page.modelAttribute("notice", said));
    return page;
  }

  private boolean isSent(CaseFile file, StaffId me, String key) {
    return WebCommands.isKey(key) && file.did(commands.id(me, file.id(), "reply", key));
  }

  private static long place(String before) {
    return before.matches("[0-9]{1,18}") ? Math.max(2, Long.parseLong(before)) : Long.MAX_VALUE;
  }
}
