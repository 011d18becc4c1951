package org.reachline.notifier.oncall.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.reachline.notifier.StoreClock;
import org.reachline.notifier.Timings;
import org.reachline.notifier.oncall.EscalationStore;
import org.reachline.notifier.oncall.Escalations;
import org.reachline.notifier.oncall.Policies;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.State;
import org.reachline.notifier.oncall.web.LiveBoard.Moved;
import org.reachline.trust.Access;
import org.reachline.trust.Act;
import org.reachline.trust.Resource;
import org.reachline.trust.Scope;
import org.reachline.trust.web.Guard;
import org.reachline.trust.web.Pages;
import org.reachline.trust.web.Shell;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The on-call board: everything under way in one agency, and whether it is in hand. */
@Pages
final class HttpBoard {
  private static final Duration TODAY = Duration.ofHours(24);

  private final EscalationStore store;
  private final StoreClock clock;
  private final Policies policies;
  private final Views views;
  private final LiveBoard live;
  private final Guard guard;
  private final Duration beat;
  private final Scheduler blocking = Schedulers.boundedElastic();
  private final Sinks.Empty<Void> closing = Sinks.empty();

  HttpBoard(
      Escalations.Ports ports,
      Policies policies,
      Views views,
      LiveBoard live,
      Guard guard,
      Timings timings) {
    this.store = ports.store();
    this.clock = ports.clock();
    this.policies = policies;
    this.views = views;
    this.live = live;
    this.guard = guard;
    this.beat = timings.beat();
  }

  /** A stream would go on for ever and hold up the end of the process. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    Sinks.EmitResult _ = closing.tryEmitEmpty();
  }

  @GetMapping("/oncall")
  Rendering board(Scope scope, Shell shell) {
    return show(scope, shell, "oncall");
  }

  /** The board alone, for a page that is open already. */
  @GetMapping("/oncall/board")
  Rendering region(Scope scope, Shell shell) {
    return show(scope, shell, "region/board");
  }

  /** Who is on call, for the bar of every page of every service: they share one origin. */
  @GetMapping("/oncall/now")
  Rendering now(Scope scope, Shell shell) {
    guard.check(scope, Act.LIST_ESCALATIONS, new Resource.OfAgency(scope.agency()));
    return Rendering.view("region/duty").modelAttribute("shell", shell).build();
  }

  private Rendering show(Scope scope, Shell shell, String view) {
    guard.check(scope, Act.LIST_ESCALATIONS, new Resource.OfAgency(scope.agency()));
    List<Escalation> under = store.live(scope);
    return Rendering.view(view)
        .modelAttribute("shell", shell.withLive("/oncall/live"))
        .modelAttribute("notTaken", cards(under, State.OPEN))
        .modelAttribute("taken", cards(under, State.ACKED))
        .modelAttribute("contact", cards(under, State.ENGAGED))
        .modelAttribute(
            "closed", cards(store.closedSince(scope, clock.now().minus(TODAY)), State.RESOLVED))
        .modelAttribute(
            "duty", policies.of(scope.agency()).map(p -> views.duty(scope, p)).orElse(List.of()))
        .build();
  }

  private List<Views.Card> cards(List<Escalation> all, State state) {
    return all.stream().filter(e -> e.state() == state).map(views::card).toList();
  }

  /** Ids and codes, never words; every event asks again whether this person may see it. */
  @GetMapping(path = "/oncall/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @ResponseBody
  Flux<ServerSentEvent<Map<String, Object>>> live(Scope scope) {
    guard.check(scope, Act.LIST_ESCALATIONS, new Resource.OfAgency(scope.agency()));
    AtomicReference<String> last = new AtomicReference<>("");
    Flux<ServerSentEvent<Map<String, Object>>> moves =
        live.of(scope.agency())
            .onBackpressureLatest()
            .concatMap(moved -> Mono.fromCallable(() -> moved(scope, moved)).subscribeOn(blocking));
    Flux<ServerSentEvent<Map<String, Object>>> beats =
        Flux.interval(Duration.ZERO, beat)
            .onBackpressureDrop()
            .concatMap(_ -> Mono.fromCallable(() -> beat(scope, last)).subscribeOn(blocking))
            .flatMapIterable(events -> events);
    return Flux.merge(moves, beats).takeWhile(_ -> may(scope)).takeUntilOther(closing.asMono());
  }

  private boolean may(Scope scope) {
    Resource board = new Resource.OfAgency(scope.agency());
    return Access.decide(scope, Act.LIST_ESCALATIONS, board, clock.now()).permits();
  }

  private ServerSentEvent<Map<String, Object>> moved(Scope scope, Moved moved) {
    Map<String, Object> data =
        switch (moved.kind()) {
          case "crisis" ->
              Map.of(
                  "region", "board",
                  "id", moved.crisisId(),
                  "severity", moved.severity(),
                  "notTaken", notTaken(scope));
          case "taken" ->
              Map.of("region", "board", "id", moved.crisisId(), "notTaken", notTaken(scope));
          default -> Map.of("region", "board", "version", clock.now().toEpochMilli());
        };
    return event(moved.kind(), data);
  }

  /** A beat; and, should another node have moved something, word of that. */
  private List<ServerSentEvent<Map<String, Object>>> beat(
      Scope scope, AtomicReference<String> last) {
    List<Escalation> under = store.live(scope);
    String now = String.join(" ", under.stream().map(e -> e.id() + "/" + e.v()).toList());
    Instant at = clock.now();
    Map<String, Object> data = Map.of("at", at.toString(), "notTaken", open(under));
    ServerSentEvent<Map<String, Object>> beat = event("beat", data);
    String before = last.getAndSet(now);
    return before.isEmpty() || before.equals(now)
        ? List.of(beat)
        : List.of(beat, event("changed", Map.of("region", "board", "version", at.toEpochMilli())));
  }

  private int notTaken(Scope scope) {
    return open(store.live(scope));
  }

  private static int open(List<Escalation> under) {
    return (int) under.stream().filter(Views::isOpen).count();
  }

  private static ServerSentEvent<Map<String, Object>> event(String name, Map<String, Object> data) {
    return ServerSentEvent.builder(data).event(name).build();
  }
}
