package org.reachline.trust.web;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;

/** What a request is for: a page, a piece of one, a stream. Decides how a refusal looks. */
final class RequestKind {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private RequestKind() {}

  /** A person opening a page. */
  static boolean isPageLoad(ServerWebExchange exchange) {
    return isSafe(exchange) && wantsPage(exchange);
  }

  /** Whether the answer is shown as a page, not fetched by a script. */
  static boolean wantsPage(ServerWebExchange exchange) {
    return isNavigation(exchange)
        && accepted(exchange).stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
  }

  static boolean isSafe(ServerWebExchange exchange) {
    return SAFE.contains(exchange.getRequest().getMethod());
  }

  /** Whether a person did something; streams and what a script fetches by itself are not that. */
  static boolean isActivity(ServerWebExchange exchange) {
    return !isSafe(exchange) || (isNavigation(exchange) && !isStream(exchange));
  }

  private static boolean isStream(ServerWebExchange exchange) {
    return accepted(exchange).stream().anyMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype);
  }

  private static boolean isNavigation(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    String mode = headers.getFirst("Sec-Fetch-Mode");
    return headers.getFirst("HX-Request") == null && (mode == null || mode.equals("navigate"));
  }

  private static List<MediaType> accepted(ServerWebExchange exchange) {
    try {
      return exchange.getRequest().getHeaders().getAccept();
    } catch (InvalidMediaTypeException unreadable) {
      return List.of();
    }
  }
}
