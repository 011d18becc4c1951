package org.reachline.notifier.oncall.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Id;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.CrisisEvent.CrisisDisposed;
import org.reachline.contracts.events.EscalationEvent.Method;
import org.reachline.notifier.oncall.EscalationStore;
import org.reachline.notifier.oncall.Escalations;
import org.reachline.notifier.oncall.core.Answer;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.notifier.oncall.core.Input.AsOf;
import org.reachline.trust.Act;
import org.reachline.trust.Resource;
import org.reachline.trust.Scope;
import org.reachline.trust.web.Guard;
import org.reachline.trust.web.Pages;
import org.reachline.trust.web.Refused;
import org.reachline.trust.web.Shell;
import org.reachline.trust.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The page on the duty phone, and every button about an escalation. GET shows, POST acts; each asks
 * whether this person may, and a code of another agency is like one that was never given out.
 */
@Pages
final class HttpEscalation {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final Escalations escalations;
  private final EscalationStore store;
  private final Escalations.Ports ports;
  private final Views views;
  private final Labels labels;
  private final Guard guard;

  HttpEscalation(
      Escalations escalations, Escalations.Ports ports, Views views, Labels labels, Guard guard) {
    this.escalations = escalations;
    this.store = ports.store();
    this.ports = ports;
    this.views = views;
    this.labels = labels;
    this.guard = guard;
  }

  /** What a button may send along: where to go back to, and how a crisis ended. */
  public record Form(@Nullable String to, @Nullable String caseId, @Nullable String outcome) {
    String backTo() {
      return Objects.requireNonNullElse(to, "oncall");
    }

    String backToCase() {
      return Objects.requireNonNullElse(caseId, "");
    }

    String ending() {
      return Objects.requireNonNullElse(outcome, "");
    }
  }

  @GetMapping("/p/{code}")
  Rendering page(@PathVariable String code, Scope scope, SignedIn who, Shell shell) {
    Escalation e = named(scope, code);
    guard.check(scope, Act.READ_ESCALATION, resource(e));
    return show(e, who, shell).build();
  }

  @PostMapping("/p/{code}/{act}")
  Rendering act(
      @PathVariable String code,
      @PathVariable String act,
      @ModelAttribute Form form,
      Scope scope,
      SignedIn who,
      Shell shell) {
    return perform(scope, named(scope, code), act, form.ending(), who, shell, "/p/" + code);
  }

  @PostMapping("/oncall/{crisisId}/{act}")
  Rendering act(
      @PathVariable CrisisId crisisId,
      @PathVariable String act,
      @ModelAttribute Form form,
      Scope scope,
      SignedIn who,
      Shell shell) {
    Escalation e = ofCrisis(scope, crisisId);
    String outcome = form.ending();
    return perform(scope, e, act, outcome, who, shell, back(scope, form, e));
  }

  private Rendering perform(
      Scope scope,
      Escalation e,
      String button,
      String outcome,
      SignedIn who,
      Shell shell,
      String back) {
    var by = who.member().id();
    Button pressed = Button.of(button);
    guard.check(scope, pressed.act, resource(e));
    if (pressed == Button.CLOSE && !CrisisDisposed.OUTCOMES.contains(outcome)) {
      return show(e, who, shell).status(HttpStatus.UNPROCESSABLE_CONTENT).build();
    }
    Input input =
        switch (pressed) {
          case TAKE -> new Input.Acknowledged(by, Method.CONSOLE, true, cause(e, by));
          case PASS -> new Input.PassedOn(by, new AsOf.ByHand());
          case EVERYONE -> new Input.EveryoneWanted(by);
          case CONTACT -> new Input.InContact(by);
          case BACK -> new Input.HandedBack(by);
          case CLOSE -> new Input.Closed(by, outcome);
        };
    Answer answer = escalations.apply(scope, e.id(), input);
    return switch (answer) {
      case Answer.TakenBy(var holder, var at) ->
          conflict(scope, e, who, shell, labels.name(holder), CLOCK.format(at.atZone(zone(shell))));
      case Answer.Refused _ -> conflict(scope, e, who, shell, "", "");
      case Answer.Done _,
          Answer.Taken _,
          Answer.Yours _,
          Answer.PassedOn _,
          Answer.Stale _,
          Answer.Over _ ->
          Rendering.redirectTo(back).status(HttpStatus.SEE_OTHER).build();
    };
  }

  /** One per change of hands: pressed twice it is one, taken again after handing back it is new. */
  private static String cause(Escalation e, StaffId by) {
    return "console/" + by.value() + "/" + e.gen();
  }

  private static ZoneId zone(Shell shell) {
    return shell.zone();
  }

  /** Somebody else was first: the same page, which says who. */
  private Rendering conflict(
      Scope scope, Escalation before, SignedIn who, Shell shell, String holder, String at) {
    Escalation now = store.find(scope, before.id()).orElse(before);
    Rendering.Builder<?> page = show(now, who, shell).status(HttpStatus.CONFLICT);
    return holder.isEmpty()
        ? page.build()
        : page.modelAttribute("notice", new Notice("warn", "notice.taken.by", List.of(holder, at)))
            .build();
  }

  private Rendering.Builder<?> show(Escalation e, SignedIn who, Shell shell) {
    return Rendering.view("escalation")
        .modelAttribute("shell", shell.withLive("/oncall/live"))
        .modelAttribute("page", views.page(e, who.member().id(), shell.lang()));
  }

  /** A line above the page. */
  public record Notice(String kind, String key, List<String> args) {}

  /** The buttons there are, and what each needs. */
  private enum Button {
    TAKE(Act.ACKNOWLEDGE),
    PASS(Act.PASS_ON),
    EVERYONE(Act.PAGE_EVERYONE),
    CONTACT(Act.ENGAGE),
    BACK(Act.ENGAGE),
    CLOSE(Act.ENGAGE);

    private final Act act;

    Button(Act act) {
      this.act = act;
    }

    static Button of(String name) {
      for (Button button : values()) {
        if (button.name().toLowerCase(Locale.ROOT).equals(name)) {
          return button;
        }
      }
      throw Refused.notFound();
    }
  }

  private Escalation named(Scope scope, String code) {
    return ports
        .codes()
        .find(scope, code.toUpperCase(Locale.ROOT))
        .flatMap(id -> store.find(scope, id))
        .orElseThrow(Refused::notFound);
  }

  private Escalation ofCrisis(Scope scope, CrisisId crisis) {
    List<Escalation> all = store.byKey(scope, Guard.own(scope, crisis).value());
    return all.stream()
        .filter(Escalation::live)
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElseThrow(Refused::notFound);
  }

  static Resource resource(Escalation e) {
    return new Resource.OnCall(e.id().agency(), e.paged());
  }

  /** Only to places we know. */
  private static String back(Scope scope, Form form, Escalation e) {
    return switch (form.backTo()) {
      case "queue" -> "/queue";
      case "page" -> "/p/" + e.code();
      case "case" -> isCase(scope, form.backToCase()) ? "/c/" + form.backToCase() : "/queue";
      default -> "/oncall";
    };
  }

  private static boolean isCase(Scope scope, String id) {
    return Id.isValid(id) && new CaseId(id).agency().equals(scope.agency());
  }
}
