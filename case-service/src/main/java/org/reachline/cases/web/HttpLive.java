package org.reachline.cases.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.reachline.cases.live.WebBoard.Following;
import org.reachline.cases.live.WebChange;
import org.reachline.cases.live.WebFigures;
import org.reachline.cases.live.WebLive;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Access;
import org.reachline.trust.Act;
import org.reachline.trust.Scope;
import org.reachline.trust.web.Sessions;
import org.reachline.trust.web.SignedIn;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The event streams of the queue and of a case: ids and codes, never words; the page fetches what
 * changed itself. Each event asks again whether this person may know of it, each beat whether their
 * session goes on. A page names the place it was made at, so nothing is lost between making it and
 * listening.
 */
@RestController
final class HttpLive {
  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final String SIGNED_OUT = "signedout";

  private final WebLive live;
  private final WebDoor door;
  private final WebFigures figures;
  private final Sessions sessions;
  private final InstantSource clock;
  private final Scheduler blocking = Schedulers.boundedElastic();
  private final Sinks.Empty<Void> closing = Sinks.empty();

  HttpLive(WebLive live, WebDoor door, WebFigures figures, Sessions sessions, InstantSource clock) {
    this.live = live;
    this.door = door;
    this.figures = figures;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** A stream would go on for ever and hold up the end of the process. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    Sinks.EmitResult _ = closing.tryEmitEmpty();
  }

  @GetMapping(path = "/queue/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<Map<String, Object>>> queue(
      @RequestParam(defaultValue = "") String from,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
      Scope scope,
      SignedIn who) {
    door.lists(scope);
    return stream(scope, who, last.isEmpty() ? from : last, change -> ofQueue(scope, change));
  }

  @GetMapping(path = "/c/{id}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<Map<String, Object>>> thread(
      @PathVariable CaseId id,
      @RequestParam(defaultValue = "") String from,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
      Scope scope,
      SignedIn who) {
    StaffId me = who.member().id();
    String position = last.isEmpty() ? from : last;
    return Mono.fromCallable(() -> door.open(scope, id, Act.READ_CASE))
        .subscribeOn(blocking)
        .flatMapMany(file -> stream(scope, who, position, c -> ofThread(scope, file.id(), me, c)));
  }

  private Flux<ServerSentEvent<Map<String, Object>>> stream(
      Scope scope,
      SignedIn who,
      String position,
      Function<WebChange, List<ServerSentEvent<Map<String, Object>>>> tell) {
    return Flux.defer(
        () -> {
          Following following = live.board(scope.agency()).follow(live.number(position));
          List<ServerSentEvent<Map<String, Object>>> first =
              following.complete() || position.isEmpty()
                  ? List.of()
                  : List.of(event("resync", "", Map.of()));
          Flux<ServerSentEvent<Map<String, Object>>> changes =
              Flux.concat(Flux.fromIterable(following.missed()), following.next())
                  .publishOn(blocking)
                  .filter(change -> mayKnow(scope, change))
                  .concatMapIterable(tell);
          Flux<ServerSentEvent<Map<String, Object>>> beats =
              Flux.interval(Duration.ZERO, BEAT)
                  .onBackpressureDrop()
                  .publishOn(blocking)
                  .map(_ -> beat(scope, who));
          return Flux.concat(Flux.fromIterable(first), Flux.merge(beats, changes))
              .takeUntil(event -> SIGNED_OUT.equals(event.event()))
              .takeUntilOther(closing.asMono());
        });
  }

  private boolean mayKnow(Scope scope, WebChange change) {
    return Access.decide(scope, Act.READ_CASE, change.resource(), clock.instant()).permits();
  }

  private ServerSentEvent<Map<String, Object>> beat(Scope scope, SignedIn who) {
    if (!sessions.mayGoOn(who.session(), clock.instant())) {
      return event(SIGNED_OUT, "", Map.of());
    }
    return event(
        "beat", "", Map.of("at", clock.instant().toString(), "notTaken", figures.count(scope)));
  }

  private List<ServerSentEvent<Map<String, Object>>> ofQueue(Scope scope, WebChange change) {
    List<ServerSentEvent<Map<String, Object>>> events = alarms(scope, change, WebChange.QUEUE);
    if (events.isEmpty()) {
      events.add(changed(change, WebChange.QUEUE));
    }
    return events;
  }

  private List<ServerSentEvent<Map<String, Object>>> ofThread(
      Scope scope, CaseId shown, StaffId me, WebChange change) {
    boolean own = change.caseId().equals(shown);
    List<ServerSentEvent<Map<String, Object>>> events =
        alarms(scope, change, own ? WebChange.CRISIS : WebChange.MY_LIST);
    Set<String> regions = new LinkedHashSet<>(own ? change.regions() : Set.of());
    if (change.concerned().contains(me)) {
      regions.add(WebChange.MY_LIST);
    }
    regions.forEach(region -> events.add(changed(change, region)));
    return events;
  }

  private List<ServerSentEvent<Map<String, Object>>> alarms(
      Scope scope, WebChange change, String region) {
    List<ServerSentEvent<Map<String, Object>>> events = new ArrayList<>();
    if (change.raised().isEmpty() && change.taken().isEmpty()) {
      return events;
    }
    int notTaken = figures.count(scope);
    String id = live.position(change);
    change
        .raised()
        .forEach(
            (crisis, severity) ->
                events.add(
                    event(
                        "crisis",
                        id,
                        Map.of(
                            "region",
                            region,
                            "id",
                            crisis.value(),
                            "severity",
                            severity.name().toLowerCase(Locale.ROOT),
                            "notTaken",
                            notTaken))));
    change
        .taken()
        .forEach(
            crisis ->
                events.add(
                    event(
                        "taken",
                        id,
                        Map.of("region", region, "id", crisis.value(), "notTaken", notTaken))));
    return events;
  }

  private ServerSentEvent<Map<String, Object>> changed(WebChange change, String region) {
    return event(
        "changed", live.position(change), Map.of("region", region, "version", change.after().v()));
  }

  private static ServerSentEvent<Map<String, Object>> event(
      String name, String id, Map<String, Object> data) {
    ServerSentEvent.Builder<Map<String, Object>> event =
        ServerSentEvent.<Map<String, Object>>builder().event(name).data(data);
    return id.isEmpty() ? event.build() : event.id(id).build();
  }
}
