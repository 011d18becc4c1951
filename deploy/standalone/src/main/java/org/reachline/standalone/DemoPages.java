package org.reachline.standalone;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.CrisisId;
import org.reachline.standalone.Caseworker.Hands;
import org.reachline.standalone.provider.TextResult;
import org.reachline.trust.web.BasicModel;
import org.reachline.trust.web.Csrf;
import org.reachline.trust.web.SignedIn;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The Phones page: Sam's phone, the case, Maya's phone, and the measured line. Signed-in people
 * only.
 */
@Controller
class DemoPages {
  private static final Set<String> BREAKS = Set.of("repeat", "provider");
  private static final int LONGEST_TEXT = 1600;

  private final Sinks.Empty<Void> closing = Sinks.empty();
  private final Demo demo;
  private final Caseworker caseworker;
  private final BasicModel basics;

  DemoPages(Demo demo, Caseworker caseworker, BasicModel basics) {
    this.demo = demo;
    this.caseworker = caseworker;
    this.basics = basics;
  }

  /** Open pages would hold up the end of the process. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    Sinks.EmitResult _ = closing.tryEmitEmpty();
  }

  /** Words typed into one of the phones, or a button's name. */
  record Typed(String text) {}

  /** What is to be broken. */
  record Broken(String what) {}

  /** A button of the crisis banner. */
  record Pressed(String act, String outcome) {}

  @GetMapping("/demo")
  String page(Model model, SignedIn signedIn, ServerWebExchange exchange) {
    model.addAllAttributes(basics.of(exchange));
    model.addAttribute("csrfToken", Csrf.token(signedIn.session()));
    model.addAttribute("breaks", BREAKS);
    return "demo";
  }

  @GetMapping("/demo/state")
  @ResponseBody
  PhonesState state() {
    return demo.state();
  }

  @GetMapping(path = "/demo/case", produces = MediaType.TEXT_HTML_VALUE)
  @ResponseBody
  String card(SignedIn signedIn, ServerHttpRequest request) {
    CaseId id = demo.caseId();
    return id == null ? "" : caseworker.caseCard(hands(signedIn, request), id);
  }

  /** Tells the page that there is something new; the page then asks. */
  @GetMapping(path = "/demo/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @ResponseBody
  Flux<ServerSentEvent<Map<String, Object>>> live() {
    Flux<ServerSentEvent<Map<String, Object>>> changes =
        demo.versions()
            .onBackpressureLatest()
            .map(version -> event("state", Map.of("version", version)));
    Flux<ServerSentEvent<Map<String, Object>>> beats =
        Flux.interval(Duration.ofSeconds(10))
            .map(_ -> event("beat", Map.of("at", demo.state().maya().now())));
    return Flux.merge(changes, beats).takeUntilOther(closing.asMono());
  }

  @PostMapping("/demo/text")
  ResponseEntity<Map<String, String>> text(@RequestBody Typed typed) {
    return isText(typed) ? took(demo.text(typed.text()).join()) : refused("refused");
  }

  @PostMapping("/demo/reply")
  ResponseEntity<Map<String, String>> reply(@RequestBody Typed typed) {
    return isText(typed) ? took(demo.reply(typed.text()).join()) : refused("nopage");
  }

  @PostMapping("/demo/answer")
  ResponseEntity<Map<String, String>> answer(
      @RequestBody Typed typed, SignedIn signedIn, ServerHttpRequest request) {
    CaseId id = demo.caseId();
    if (id == null) {
      return refused("nocase");
    }
    return isText(typed) && caseworker.answer(hands(signedIn, request), id, typed.text())
        ? ResponseEntity.noContent().build()
        : refused("refused");
  }

  @PostMapping("/demo/crisis")
  ResponseEntity<Map<String, String>> crisis(
      @RequestBody Pressed pressed, SignedIn signedIn, ServerHttpRequest request) {
    CrisisId id = demo.crisisId();
    boolean known = Set.of("take", "contact", "back", "close").contains(pressed.act());
    return id != null
            && known
            && caseworker.crisis(hands(signedIn, request), id, pressed.act(), pressed.outcome())
        ? ResponseEntity.noContent().build()
        : refused("refused");
  }

  @PostMapping("/demo/break")
  ResponseEntity<Map<String, String>> breakSomething(@RequestBody Broken broken) {
    return switch (broken.what()) {
      case "repeat" -> {
        demo.repeatLast(100).join();
        yield ResponseEntity.noContent().build();
      }
      case "provider" -> {
        demo.toggleOutage();
        yield ResponseEntity.noContent().build();
      }
      default -> refused("refused");
    };
  }

  @PostMapping("/demo/reset")
  ResponseEntity<Void> reset() {
    demo.startOver();
    return ResponseEntity.noContent().build();
  }

  private static boolean isText(Typed typed) {
    return !typed.text().isBlank() && typed.text().length() <= LONGEST_TEXT;
  }

  private static ResponseEntity<Map<String, String>> took(TextResult result) {
    return result.taken() ? ResponseEntity.noContent().build() : refused("unreachable");
  }

  private static ResponseEntity<Map<String, String>> refused(String code) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("code", code));
  }

  private static Hands hands(SignedIn signedIn, ServerHttpRequest request) {
    String cookie = request.getHeaders().getFirst("Cookie");
    return new Hands(cookie == null ? "" : cookie, Csrf.token(signedIn.session()));
  }

  private static ServerSentEvent<Map<String, Object>> event(String name, Map<String, Object> data) {
    return ServerSentEvent.<Map<String, Object>>builder().event(name).data(data).build();
  }
}
