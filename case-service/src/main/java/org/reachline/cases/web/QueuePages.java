package org.reachline.cases.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Rank;
import org.reachline.cases.live.WebLive;
import org.reachline.cases.reading.OverlayWatch;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.CaseStore.Slice;
import org.reachline.cases.store.CaseStore.View;
import org.reachline.cases.view.NoticeView;
import org.reachline.cases.view.QueueView;
import org.reachline.cases.view.WebCodes;
import org.reachline.trust.Act;
import org.reachline.trust.Scope;
import org.reachline.trust.web.Pages;
import org.reachline.trust.web.Refused;
import org.reachline.trust.web.Shell;
import org.reachline.trust.web.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** The queue: whom to look after next. */
@Pages
final class QueuePages {
  static final Pattern CURSOR = Pattern.compile("[0-9]-[0-9]-[0-9]{13}-[a-z2-7]{4,64}");
  private static final int SHOWN = 50;

  private final CaseStore store;
  private final WebReader reader;
  private final WebDoor door;
  private final WebThread threads;
  private final WebTabs tabs;
  private final WebLive live;
  private final OverlayWatch overlays;

  QueuePages(
      CaseStore store,
      WebReader reader,
      WebDoor door,
      WebThread threads,
      WebTabs tabs,
      WebLive live,
      OverlayWatch overlays) {
    this.store = store;
    this.reader = reader;
    this.door = door;
    this.threads = threads;
    this.tabs = tabs;
    this.live = live;
    this.overlays = overlays;
  }

  @GetMapping("/queue")
  Rendering page(
      @RequestParam(defaultValue = "team") String view,
      @RequestParam(defaultValue = "") String after,
      Scope scope,
      SignedIn who,
      Shell shell) {
    return show("queue", view, after, scope, who, shell);
  }

  /** The list alone, for a page that is open already. */
  @GetMapping("/queue/list")
  Rendering list(
      @RequestParam(defaultValue = "team") String view,
      @RequestParam(defaultValue = "") String after,
      Scope scope,
      SignedIn who,
      Shell shell) {
    return show("region/queue", view, after, scope, who, shell);
  }

  private Rendering show(
      String template, String view, String after, Scope scope, SignedIn who, Shell shell) {
    door.lists(scope);
    View chosen = named(view);
    String position = live.position(scope.agency());
    Slice slice = new Slice(chosen, who.member().id(), cursor(after), SHOWN);
    List<CaseFile> files = store.queue(scope, slice);
    List<CaseFile> theirs =
        files.stream().filter(file -> door.may(scope, Act.READ_CASE, file)).toList();
    String code = WebCodes.of(chosen);
    Rendering.Builder<?> page = Rendering.view(template);
    refusedRules(scope).ifPresent(notice -> page.modelAttribute("notice", notice));
    return page.modelAttribute(
            "shell", WebThread.at(shell, "/queue", "/queue/live?from=" + position))
        .modelAttribute("view", code)
        .modelAttribute("views", tabs.tabs(scope, who.member().id()))
        .modelAttribute("listHref", "/queue/list?view=" + code + next(cursor(after)))
        .modelAttribute("olderHref", older(chosen, files))
        .modelAttribute(
            "groups", QueueView.groups(reader.glances(scope, theirs), threads.viewer(who, shell)))
        .build();
  }

  /** A file of the agency that is refused is somebody's to mend: whoever supervises. */
  private Optional<NoticeView> refusedRules(Scope scope) {
    List<String> mistakes = overlays.refused(scope.agency());
    return mistakes.isEmpty() || !door.supervises(scope)
        ? Optional.empty()
        : Optional.of(NoticeView.overlay(mistakes.getFirst(), mistakes.size()));
  }

  private static String older(View view, List<CaseFile> files) {
    return files.size() < SHOWN ? "" : QueueView.href(view) + next(Rank.of(files.getLast()));
  }

  private static String next(String cursor) {
    return cursor.isEmpty() ? "" : "&after=" + cursor;
  }

  static View named(String code) {
    return QueueView.VIEWS.stream()
        .filter(view -> WebCodes.of(view).equals(code))
        .findFirst()
        .orElseThrow(Refused::notFound);
  }

  /** A place in a list that a page of ours gave out; anything else begins at the top. */
  private static String cursor(String after) {
    return CURSOR.matcher(after).matches() ? after : "";
  }
}
