package org.reachline.trust.web;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * CSRF tokens for pages that nobody is signed in at, bound to a random cookie instead of a session.
 */
public final class VisitorForms {
  private static final String KEY = VisitorForms.class.getName();
  private final boolean secure;

  VisitorForms(boolean secure) {
    this.secure = secure;
  }

  /** A token for the forms of this answer; gives the visitor a cookie if they have none. */
  public String token(ServerWebExchange exchange) {
    return Csrf.token(secret(exchange));
  }

  boolean matches(ServerWebExchange exchange, String token) {
    HttpCookie cookie = exchange.getRequest().getCookies().getFirst(cookieName());
    return cookie != null && !cookie.getValue().isEmpty() && Csrf.matches(cookie.getValue(), token);
  }

  private String secret(ServerWebExchange exchange) {
    HttpCookie cookie = exchange.getRequest().getCookies().getFirst(cookieName());
    if (cookie != null && cookie.getValue().length() >= 43) {
      return cookie.getValue();
    }
    String given = exchange.getAttribute(KEY);
    return given == null ? give(exchange) : given;
  }

  private String give(ServerWebExchange exchange) {
    String secret = SessionId.secret();
    exchange.getAttributes().put(KEY, secret);
    exchange
        .getResponse()
        .addCookie(
            ResponseCookie.from(cookieName(), secret)
                .secure(secure)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .build());
    return secret;
  }

  private String cookieName() {
    return secure ? "__Host-reachline-visit" : "reachline-visit";
  }
}
