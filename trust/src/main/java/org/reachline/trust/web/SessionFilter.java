package org.reachline.trust.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reachline.trust.Scope;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Opens the session of a request and puts who they are into it. Whatever is not on the list of
 * public paths is refused without one.
 */
final class SessionFilter implements WebFilter, Ordered {
  static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;
  private static final String SCOPE = Scope.class.getName();

  private final Doors doors;
  private final Sessions sessions;
  private final Clock clock;

  SessionFilter(Doors doors, Sessions sessions, Clock clock) {
    this.doors = doors;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public int getOrder() {
    return ORDER;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return switch (doors.of(exchange.getRequest())) {
      case HOOK -> chain.filter(exchange);
      case PUBLIC_PAGE -> {
        boolean _ = enter(exchange);
        yield chain.filter(exchange);
      }
      case STAFF -> enter(exchange) ? chain.filter(exchange) : refuse(exchange);
    };
  }

  static @Nullable Scope scopeOf(ServerWebExchange exchange) {
    return exchange.getAttribute(SCOPE);
  }

  private boolean enter(ServerWebExchange exchange) {
    HttpCookie cookie = exchange.getRequest().getCookies().getFirst(sessions.cookieName());
    if (cookie == null) {
      return false;
    }
    Instant now = clock.instant();
    if (!(sessions.open(cookie.getValue(), now) instanceof OpenedSession.Live live)) {
      return false;
    }
    new SignedIn(live.session(), live.member()).enter(exchange);
    exchange.getAttributes().put(SCOPE, Scope.ofSession(live.member().actor()));
    if (RequestKind.isActivity(exchange) && sessions.isDueForRenewal(live.session(), now)) {
      exchange.getResponse().addCookie(sessions.renew(live.session(), now));
    }
    return true;
  }

  private static Mono<Void> refuse(ServerWebExchange exchange) {
    if (!RequestKind.isPageLoad(exchange)) {
      return Mono.error(Refused.signedOut());
    }
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(HttpStatus.SEE_OTHER);
    response.getHeaders().setLocation(URI.create("/sign-in"));
    return response.setComplete();
  }
}
