package org.reachline.notifier.oncall.web;

import java.util.Locale;
import java.util.Optional;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.EscalationEvent.Method;
import org.reachline.notifier.NotifierServiceApplication;
import org.reachline.notifier.oncall.AckLinks;
import org.reachline.notifier.oncall.Escalations;
import org.reachline.notifier.oncall.core.Answer;
import org.reachline.notifier.oncall.core.Attempt;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.notifier.oncall.core.PageCode;
import org.reachline.notifier.oncall.core.State;
import org.reachline.notifier.oncall.web.Views.AckPage;
import org.reachline.trust.Access;
import org.reachline.trust.Act;
import org.reachline.trust.Scope;
import org.reachline.trust.web.BasicModel;
import org.reachline.trust.web.TrustProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * The link in a page. Opening it shows one button and changes nothing, because scanners open links;
 * pressing it takes the page and nothing else. No level, no client, no words.
 */
@Controller
final class HttpAckLink {
  private final Escalations escalations;
  private final Escalations.Ports ports;
  private final AckLinks links;
  private final TrustProperties agencies;
  private final BasicModel basics;
  private final Labels labels;

  HttpAckLink(
      Escalations escalations,
      Escalations.Ports ports,
      AckLinks links,
      TrustProperties agencies,
      BasicModel basics,
      Labels labels) {
    this.escalations = escalations;
    this.ports = ports;
    this.links = links;
    this.agencies = agencies;
    this.basics = basics;
    this.labels = labels;
  }

  /** What a valid token leads to. */
  private record Link(Scope scope, Escalation escalation, Attempt page) {
    StaffId staff() {
      return page.staff();
    }
  }

  @GetMapping("/a/{code}")
  Rendering show(
      @PathVariable String code,
      @RequestParam(name = "t", defaultValue = "") String token,
      ServerWebExchange exchange) {
    String shown = shown(code);
    return find(shown, token)
        .map(link -> page(exchange, state(link, token)))
        .orElseGet(() -> expired(exchange, shown));
  }

  @PostMapping("/a/{code}")
  Rendering take(
      @PathVariable String code,
      @RequestParam(name = "t", defaultValue = "") String token,
      ServerWebExchange exchange) {
    String shown = shown(code);
    return find(shown, token)
        .filter(this::may)
        .map(link -> page(exchange, taken(link, exchange)))
        .orElseGet(() -> expired(exchange, shown));
  }

  private boolean may(Link link) {
    return Access.decide(
            link.scope(),
            Act.ACKNOWLEDGE,
            HttpEscalation.resource(link.escalation()),
            ports.clock().now())
        .permits();
  }

  private AckPage taken(Link link, ServerWebExchange exchange) {
    Escalation e = link.escalation();
    Input ack =
        new Input.Acknowledged(
            link.staff(),
            Method.LINK,
            true,
            "link/" + link.page().pageId().value() + "/" + e.gen());
    return switch (escalations.apply(link.scope(), e.id(), ack)) {
      case Answer.Taken _, Answer.Yours _ -> new AckPage(e.code(), "", "", "acked");
      case Answer.TakenBy(var by, _) ->
          new AckPage(e.code(), "", label(e, by, exchange), "expired");
      case Answer.Done _, Answer.PassedOn _, Answer.Stale _, Answer.Over _, Answer.Refused _ ->
          new AckPage(e.code(), "", "", "expired");
    };
  }

  private String label(Escalation e, StaffId by, ServerWebExchange exchange) {
    Object language = basics.of(exchange).getOrDefault("lang", "en");
    return labels.duty(e.policy().duty(by), String.valueOf(language));
  }

  private static AckPage state(Link link, String token) {
    Escalation e = link.escalation();
    boolean theirs = e.holder().map(h -> h.by().equals(link.staff())).orElse(false);
    if (e.state() == State.OPEN) {
      return new AckPage(e.code(), "/a/" + e.code() + "?t=" + token, "", "open");
    }
    return new AckPage(e.code(), "", "", theirs ? "acked" : "expired");
  }

  /** The token says which agency: a code alone leads nowhere. */
  private Optional<Link> find(String code, String token) {
    return agencies.agencies().keySet().stream()
        .flatMap(agency -> find(agency, code, token).stream())
        .findFirst();
  }

  private Optional<Link> find(AgencyId agency, String code, String token) {
    Scope sweep = Scope.ofSweep(agency, NotifierServiceApplication.SERVICE);
    return ports
        .codes()
        .find(sweep, code)
        .flatMap(id -> ports.store().find(sweep, id))
        .flatMap(
            e ->
                links
                    .holder(e, token, ports.clock().now())
                    .map(page -> new Link(Scope.ofPage(page.staff()), e, page)));
  }

  private static String shown(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    return PageCode.isCode(upper) ? upper : "";
  }

  private Rendering page(ServerWebExchange exchange, AckPage page) {
    return Rendering.view("ack").model(basics.of(exchange)).modelAttribute("ack", page).build();
  }

  private Rendering expired(ServerWebExchange exchange, String code) {
    return Rendering.view("ack")
        .model(basics.of(exchange))
        .modelAttribute("ack", new AckPage(code, "", "", "expired"))
        .status(HttpStatus.NOT_FOUND)
        .build();
  }
}
