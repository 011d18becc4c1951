package org.reachline.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Tongue;
import org.reachline.cases.core.examples.Example;
import org.reachline.cases.core.examples.Example.Outcome;
import org.reachline.cases.examples.Finder;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.ExampleStore;
import org.reachline.cases.view.NoticeView;
import org.reachline.cases.view.ReviewView;
import org.reachline.cases.view.ThreadView;
import org.reachline.cases.view.WebCodes;
import org.reachline.cases.view.WebViewer;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.Id;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Act;
import org.reachline.trust.Scope;
import org.reachline.trust.web.Pages;
import org.reachline.trust.web.Shell;
import org.reachline.trust.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** One tap on a message, and the page of messages picked for a person to read. */
@Pages
final class LabelPages {
  private static final int SHOWN = 20;
  private final CaseStore cases;
  private final ExampleStore examples;
  private final Finder finder;
  private final WebDoor door;
  private final WebThread threads;
  private final WebTabs tabs;
  private final WebCommands commands;
  private final WebLabels labels;

  LabelPages(
      CaseStore cases,
      ExampleStore examples,
      Finder finder,
      WebDoor door,
      WebThread threads,
      WebTabs tabs,
      WebCommands commands,
      WebLabels labels) {
    this.cases = cases;
    this.examples = examples;
    this.finder = finder;
    this.door = door;
    this.threads = threads;
    this.tabs = tabs;
    this.commands = commands;
    this.labels = labels;
  }

  /**
   * A tap.
   *
   * @param mark label, category or a dash, and message, parted by blanks: one button, one value
   * @param to review where the page of the sample was tapped
   */
  record LabelForm(String mark, String to) {
    LabelForm {
      mark = mark == null ? "" : mark;
      to = to == null ? "" : to;
    }

    WebLabels.Asked asked() {
      String[] parts = mark.split(" ", 3);
      boolean whole = parts.length == 3;
      return whole
          ? new WebLabels.Asked(parts[0], parts[1].equals("-") ? "" : parts[1], "", parts[2])
          : new WebLabels.Asked("", "", "", "");
    }

    boolean fromReview() {
      return to.equals(WebTabs.REVIEW);
    }
  }

  /** A tap cannot be doubled by a browser into something else, so its key is made here. */
  @PostMapping("/c/{id}/label")
  Rendering label(
      @PathVariable CaseId id, @ModelAttribute LabelForm form, Scope scope, SignedIn who) {
    CaseFile file = door.open(scope, id, Act.LABEL_MESSAGE);
    StaffId me = who.member().id();
    WebLabels.Asked asked = form.asked();
    CommandId command = commands.id(me, id, "label", UUID.randomUUID().toString());
    Outcome outcome = labels.say(scope, file, command, me, asked);
    String done = outcome instanceof Outcome.Refused ? "refused" : asked.label();
    String to =
        form.fromReview()
            ? WebTabs.REVIEW_PATH + "?done=" + done + last(asked, file)
            : back(scope, file, asked.message(), done);
    return Rendering.redirectTo(to).status(HttpStatus.SEE_OTHER).build();
  }

  private static String last(WebLabels.Asked asked, CaseFile file) {
    return Id.isValid(asked.message()) ? "&last=" + asked.message() + "&in=" + file.id() : "";
  }

  /** To the message itself, which on a long case is not among the newest. */
  private String back(Scope scope, CaseFile file, String message, String done) {
    return Optional.of(message)
        .filter(Id::isValid)
        .flatMap(id -> finder.find(scope, file, new MessageId(id)))
        .map(found -> ThreadView.href(file, found.entry().seq(), "done=" + done))
        .orElseGet(() -> "/c/" + file.id() + "?done=" + done);
  }

  @GetMapping(WebTabs.REVIEW_PATH)
  Rendering review(
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "") String last,
      @RequestParam(defaultValue = "") String in,
      Scope scope,
      SignedIn who,
      Shell shell) {
    door.reviews(scope);
    WebViewer viewer = threads.viewer(who, shell);
    Rendering.Builder<?> page =
        Rendering.view("review")
            .modelAttribute("shell", WebThread.at(shell, WebTabs.REVIEW_PATH, ""))
            .modelAttribute("view", WebTabs.REVIEW)
            .modelAttribute("views", tabs.tabs(scope, who.member().id()))
            .modelAttribute("items", items(scope, viewer))
            .modelAttribute("exportHref", door.supervises(scope) ? HttpLabels.EXPORT : "");
    NoticeView.label(done).ifPresent(notice -> page.modelAttribute("notice", notice));
    said(scope, last, in).ifPresent(word -> page.modelAttribute("last", word));
    return page.build();
  }

  private List<ReviewView> items(Scope scope, WebViewer viewer) {
    List<Example> picked = examples.unreviewed(scope, SHOWN);
    Map<CaseId, CaseFile> files =
        picked.isEmpty()
            ? Map.of()
            : cases
                .files()
                .read(scope, picked.stream().map(Example::caseId).collect(Collectors.toSet()));
    List<ReviewView> items = new ArrayList<>();
    for (Example example : picked) {
      CaseFile file = files.get(example.caseId());
      if (file != null && door.may(scope, Act.LABEL_MESSAGE, file)) {
        finder
            .find(scope, file, example.id())
            .ifPresent(found -> items.add(item(file, example, found, viewer)));
      }
    }
    return items;
  }

  private ReviewView item(CaseFile file, Example example, Finder.Found found, WebViewer viewer) {
    String words = finder.words(file, found).map(text -> text.reveal()).orElse("");
    return new ReviewView(
        file.id().value(),
        "/c/" + file.id(),
        example.id().value(),
        Tongue.of(words),
        viewer.previews() ? words : "",
        found.entry().at());
  }

  /** What was said last, if it was. */
  private Optional<ReviewView.Last> said(Scope scope, String last, String in) {
    if (!Id.isValid(last) || !Id.isValid(in)) {
      return Optional.empty();
    }
    return Optional.ofNullable(examples.examples().one(scope, new MessageId(last)))
        .filter(example -> example.caseId().value().equals(in))
        .flatMap(Example::mark)
        .map(mark -> new ReviewView.Last(in, last, WebCodes.of(mark.label())));
  }
}
