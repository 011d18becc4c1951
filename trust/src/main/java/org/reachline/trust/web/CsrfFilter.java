package org.reachline.trust.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses what another site makes a browser send: the request must come from a page of ours and
 * carry its token. The form stays readable for the handler.
 */
final class CsrfFilter implements WebFilter, Ordered {
  private final Doors doors;
  private final VisitorForms visitors;

  CsrfFilter(Doors doors, VisitorForms visitors) {
    this.doors = doors;
    this.visitors = visitors;
  }

  @Override
  public int getOrder() {
    return SessionFilter.ORDER + 10;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (RequestKind.isSafe(exchange) || doors.of(exchange.getRequest()) == Doors.Door.HOOK) {
      return chain.filter(exchange);
    }
    if (!isSameOrigin(exchange)) {
      return Mono.error(Refused.crossSite());
    }
    return token(exchange)
        .flatMap(
            token ->
                isRight(exchange, token)
                    ? chain.filter(exchange)
                    : Mono.<Void>error(Refused.crossSite()));
  }

  /**
   * The browser's own word first: under our referrer policy the Origin of our own forms is "null".
   */
  private static boolean isSameOrigin(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    String site = headers.getFirst("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String host = headers.getFirst(HttpHeaders.HOST);
    return host != null && host.equalsIgnoreCase(authority(headers.getOrigin()));
  }

  private static String authority(@Nullable String origin) {
    try {
      String authority = origin == null ? null : URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }

  private static Mono<String> token(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    String header = headers.getFirst(Csrf.HEADER);
    if (header != null) {
      return Mono.just(header);
    }
    MediaType type = headers.getContentType();
    if (!MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type)) {
      return Mono.just("");
    }
    return exchange.getFormData().mapNotNull(form -> form.getFirst(Csrf.FIELD)).defaultIfEmpty("");
  }

  private boolean isRight(ServerWebExchange exchange, String token) {
    SignedIn who = SignedIn.of(exchange);
    if (who != null && Csrf.matches(who.session(), token)) {
      return true;
    }
    return doors.of(exchange.getRequest()) == Doors.Door.PUBLIC_PAGE
        && visitors.matches(exchange, token);
  }
}
