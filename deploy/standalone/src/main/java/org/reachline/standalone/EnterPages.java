package org.reachline.standalone;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.reachline.trust.web.BasicModel;
import org.reachline.trust.web.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * Signing in by the link that standalone prints. Looking changes nothing; the button uses the link
 * up.
 */
@Controller
class EnterPages {
  private final OneTimeLinks links;
  private final LinkPrinter printer;
  private final Sessions sessions;
  private final BasicModel basics;
  private final Clock clock;

  EnterPages(
      OneTimeLinks links, LinkPrinter printer, Sessions sessions, BasicModel basics, Clock clock) {
    this.links = links;
    this.printer = printer;
    this.sessions = sessions;
    this.basics = basics;
    this.clock = clock;
  }

  /** The field the page posts. */
  record Entry(String token) {}

  @GetMapping("/")
  ResponseEntity<Void> front() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/demo")).build();
  }

  @GetMapping("/enter")
  String look(
      @RequestParam(defaultValue = "") String token, Model model, ServerWebExchange exchange) {
    OneTimeLinks.State state = links.stateOf(token);
    if (state != OneTimeLinks.State.READY) {
      printer.printAnother();
    }
    model.addAllAttributes(basics.of(exchange));
    model.addAllAttributes(Map.of("token", token, "state", word(state)));
    return "enter";
  }

  @PostMapping("/enter")
  Object enter(@ModelAttribute Entry entry, ServerWebExchange exchange) {
    OneTimeLinks.State state = links.use(entry.token());
    if (state != OneTimeLinks.State.READY) {
      return Rendering.view("enter")
          .model(basics.of(exchange))
          .modelAttribute("token", "")
          .modelAttribute("state", word(state))
          .status(HttpStatus.GONE)
          .build();
    }
    exchange.getResponse().addCookie(sessions.issue(DemoAgency.NORA, clock.instant()));
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/demo")).build();
  }

  private static String word(OneTimeLinks.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
