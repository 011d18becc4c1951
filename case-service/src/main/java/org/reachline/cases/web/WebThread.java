package org.reachline.cases.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.live.WebLive;
import org.reachline.cases.reading.AgencyRules;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.CaseStore.Slice;
import org.reachline.cases.store.CaseStore.View;
import org.reachline.cases.view.QueueView;
import org.reachline.cases.view.ThreadView;
import org.reachline.cases.view.ThreadView.Draft;
import org.reachline.cases.view.WebPeople;
import org.reachline.cases.view.WebStory;
import org.reachline.cases.view.WebViewer;
import org.reachline.cases.view.WebWords;
import org.reachline.trust.Scope;
import org.reachline.trust.staff.StaffDirectory;
import org.reachline.trust.web.Shell;
import org.reachline.trust.web.SignedIn;
import org.springframework.web.reactive.result.view.Rendering;

/** Puts the page of a case together, for those who look and for those whose command was refused. */
final class WebThread {
  private static final int MY_LIST = 20;
  private final CaseStore store;
  private final WebReader reader;
  private final WebDoor door;
  private final WebLive live;
  private final StaffDirectory staff;
  private final AgencyRules rules;

  WebThread(
      CaseStore store,
      WebReader reader,
      WebDoor door,
      WebLive live,
      StaffDirectory staff,
      AgencyRules rules) {
    this.store = store;
    this.reader = reader;
    this.door = door;
    this.live = live;
    this.staff = staff;
    this.rules = rules;
  }

  /** An answer nobody has begun. */
  static Draft fresh() {
    return Draft.empty(UUID.randomUUID().toString());
  }

  WebViewer viewer(SignedIn who, Shell shell) {
    return new WebViewer(
        who.member().id(),
        new WebPeople(staff.members(who.member().agency())),
        WebWords.of(shell.lang()),
        (cue, language) -> rules.meaning(who.member().agency(), cue, language),
        shell.zone(),
        shell.now(),
        !who.session().shared());
  }

  /**
   * A view of a case.
   *
   * @param before the entries before this place; {@link Long#MAX_VALUE} for the newest
   */
  Rendering.Builder<?> show(
      String view,
      Scope scope,
      SignedIn who,
      Shell shell,
      CaseFile file,
      Draft draft,
      long before) {
    String position = live.position(scope.agency());
    WebViewer viewer = viewer(who, shell);
    WebStory story = reader.story(scope, file, before);
    Map<String, Object> model =
        new ThreadView(story, viewer, door.rights(scope, file))
            .model(draft, staff.members(scope.agency()));
    Slice mine = new Slice(View.MINE, who.member().id(), "", MY_LIST);
    List<CaseFile> files = store.queue(scope, mine);
    model.put("myList", QueueView.mine(reader.glances(scope, files), file, viewer));
    String path = "/c/" + file.id();
    model.put("shell", at(shell, path, path + "/live?from=" + position));
    return Rendering.view(view).model(model);
  }

  /** The frame of a page with its own address, which is not always that of the request. */
  static Shell at(Shell shell, String path, String stream) {
    return new Shell(
        shell.agencyName(),
        shell.staffName(),
        shell.staffInitials(),
        shell.roles(),
        shell.onCallName(),
        shell.onCallUntil(),
        shell.crisesNotTaken(),
        shell.lang(),
        shell.zone(),
        shell.now(),
        path,
        shell.csrfToken(),
        stream);
  }
}
