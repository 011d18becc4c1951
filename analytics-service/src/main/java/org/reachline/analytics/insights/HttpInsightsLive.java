package org.reachline.analytics.insights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reachline.analytics.AnalyticsProperties;
import org.reachline.contracts.AgencyId;
import org.reachline.trust.Access;
import org.reachline.trust.Act;
import org.reachline.trust.Resource;
import org.reachline.trust.Scope;
import org.reachline.trust.staff.Member;
import org.reachline.trust.web.Guard;
import org.reachline.trust.web.OpenedSession;
import org.reachline.trust.web.Sessions;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpCookie;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The dashboard's event stream: says that the tiles changed, at most once a second, and that it is
 * alive. Codes only; the page fetches the tiles itself. Whoever may not read figures any more hears
 * nothing more.
 */
@RestController
class HttpInsightsLive {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final String TILES = "tiles";

  private final LiveCells live;
  private final AnalyticsProperties properties;
  private final Guard guard;
  private final Sessions sessions;
  private final Clock clock;
  private final Sinks.Empty<Void> closing = Sinks.empty();

  HttpInsightsLive(
      LiveCells live, AnalyticsProperties properties, Guard guard, Sessions sessions, Clock clock) {
    this.live = live;
    this.properties = properties;
    this.guard = guard;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** A stream would go on for ever and hold up the end of the process. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    Sinks.EmitResult _ = closing.tryEmitEmpty();
  }

  @GetMapping(path = HttpInsights.LIVE, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<Map<String, Object>>> live(Scope scope, ServerWebExchange exchange) {
    guard.check(scope, Act.READ_FIGURES, new Resource.OfAgency(scope.agency()));
    HttpCookie cookie = exchange.getRequest().getCookies().getFirst(sessions.cookieName());
    String session = cookie == null ? "" : cookie.getValue();
    Watcher watcher = new Watcher(scope.agency());
    return Flux.interval(Duration.ZERO, TICK)
        .onBackpressureDrop()
        .map(_ -> standing(session))
        .takeUntil(standing -> standing != Standing.READS)
        .concatMapIterable(
            standing ->
                switch (standing) {
                  case READS -> watcher.tick();
                  case AGED -> List.of();
                  case OUT -> List.of(signedOut());
                })
        .takeUntilOther(closing.asMono());
  }

  /** How the one at the other end stands. */
  private enum Standing {
    READS,
    /** This stream's cookie is old; somebody still at work comes back with a newer one. */
    AGED,
    OUT
  }

  private Standing standing(String session) {
    Instant now = clock.instant();
    return switch (sessions.open(session, now)) {
      case OpenedSession.Live(var _, var member) -> mayRead(member, now);
      case OpenedSession.Ended(var reason) when reason == OpenedSession.Reason.IDLE ->
          Standing.AGED;
      case OpenedSession.Ended _ -> Standing.OUT;
    };
  }

  private static Standing mayRead(Member member, Instant now) {
    Scope scope = Scope.ofSession(member.actor());
    Resource figures = new Resource.OfAgency(scope.agency());
    boolean may = Access.decide(scope, Act.READ_FIGURES, figures, now).permits();
    return may ? Standing.READS : Standing.OUT;
  }

  private static ServerSentEvent<Map<String, Object>> signedOut() {
    return ServerSentEvent.<Map<String, Object>>builder().event("signedout").data(Map.of()).build();
  }

  /** What one page has been told so far. Used by one stream, one tick after the other. */
  private final class Watcher {
    private final AgencyId agency;
    private long told = -1;
    private Instant beat = Instant.MIN;

    Watcher(AgencyId agency) {
      this.agency = agency;
    }

    /** A page that comes back is told at once that it may have missed something. */
    List<ServerSentEvent<Map<String, Object>>> tick() {
      Instant now = clock.instant();
      List<ServerSentEvent<Map<String, Object>>> events = new ArrayList<>();
      long version = live.version(agency);
      boolean changed = version != told;
      told = version;
      if (!now.isBefore(beat)) {
        beat = now.plus(properties.beat());
        long notTaken = live.figures(agency).notTakenNow();
        changed |= notTaken > 0; // their age moves on by itself
        events.add(beat(now, notTaken));
      }
      if (changed) {
        events.addFirst(changed(version));
      }
      return events;
    }

    private ServerSentEvent<Map<String, Object>> changed(long version) {
      return event("changed", version, Map.of("region", TILES, "version", version));
    }

    private ServerSentEvent<Map<String, Object>> beat(Instant now, long notTaken) {
      return event("beat", told, Map.of("at", now.toString(), "notTaken", notTaken));
    }

    private ServerSentEvent<Map<String, Object>> event(
        String name, long version, Map<String, Object> data) {
      return ServerSentEvent.<Map<String, Object>>builder()
          .event(name)
          .id(Long.toString(version))
          .data(data)
          .build();
    }
  }
}
